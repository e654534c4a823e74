import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore, type Store } from "../../store/store.ts";
import { boss, maria } from "../../sync/testing/estimate-fixtures.ts";
import { createTestApp } from "../../sync/testing/test-app.ts";
import { createObservations, upstreamObserver } from "../observation.ts";
import { observedStore } from "../observed-store.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import type { MetricSources } from "./sources.ts";

const sources: MetricSources = {
  build: "1a2b",
  now: () => 100_000,
  inFlight: () => 3,
  streams: () => 12,
  memory: { level: () => "warning", reading: () => ({ rssBytes: 80, limitBytes: 100 }) },
  connections: () => ({ open: 3, idle: 1, waiting: 2, max: 3 }),
  outbox: async () => [{ kind: "mail", state: "waiting", jobs: 4, oldestAt: 40_000 }],
  live: () => ({ through: "redis", redis: "away" }),
  backup: () => ({ lastVerifiedAt: 50_000, problem: "full" }),
  budgets: () => [{ upstream: "salesforce", used: 18, allowed: 15_000 }],
  upstreams: () => [{ name: "salesforce", breaker: "closed", inFlight: 2, waiting: 7 }],
  windows: () => Promise.resolve([{ upstream: "companycam read", used: 3, allowed: 34 }]),
  caches: () => [{ name: "companycam.projects", hits: 8, stale: 1, misses: 2 }],
  held: () => [
    { name: "upstream", bytes: 1000 },
    { name: "connections.idle", bytes: null },
  ],
  keys: () => ({ published: 2, signingSince: 10_000 }),
};

let store: Store;
let metrics: Metrics;
const observations = createObservations();
const { observe } = observations;
beforeAll(async () => {
  metrics = createMetrics(sources);
  observe({ kind: "pull", records: 1000 });
  observations.listen(metrics.observe);
  store = observedStore(await openStore({ directory: ":memory:" }), observe);
});
afterAll(() => store.close());

/** The value of a line; undefined when there is none. */
async function valueOf(line: string): Promise<number | undefined> {
  const found = (await metrics.text()).split("\n").find((each) => each.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length + 1));
}

test("what is under way at others, what waits for them, and what they let through, is told", async () => {
  const calls = (state: string): Promise<number | undefined> =>
    valueOf(`paintbox_upstream_calls{upstream="salesforce",state="${state}"}`);
  expect([await calls("in_flight"), await calls("waiting")]).toEqual([2, 7]);
  const window = (what: string): Promise<number | undefined> =>
    valueOf(`paintbox_upstream_window_${what}{upstream="companycam read"}`);
  expect([await window("used"), await window("allowed")]).toEqual([3, 34]);
});

test("requests are told by the pattern of their route, never by their path", async () => {
  const { app, ...server } = createTestApp(store, { observe });
  const as = { "x-test-user": maria.userId };
  await app.request("/api/sync/history/0199aa", { headers: as });
  await app.request("/api/nothing/erin.vega@example.com", { headers: as });
  await server.post("/api/sync/push", "{");
  const name = "paintbox_http_request_duration_seconds_count";
  expect(
    await valueOf(`${name}{method="GET",route="/api/sync/history/:estimateId",status="2xx"}`),
  ).toBe(1);
  expect(await valueOf(`${name}{method="GET",route="none",status="4xx"}`)).toBe(1);
  expect(await valueOf(`${name}{method="POST",route="/api/sync/push",status="4xx"}`)).toBe(1);
  const text = await metrics.text();
  expect(text).not.toContain("0199aa");
  expect(text).not.toContain("erin");
});

test("the store's transactions are timed, those that fail too", async () => {
  const line = (work: string, outcome: string): string =>
    `paintbox_store_transaction_duration_seconds_count{work="${work}",outcome="${outcome}"}`;
  const before = (await valueOf(line("write", "ok"))) ?? 0;
  await store.write(async () => undefined);
  await expect(store.write(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await store.read(async () => undefined);
  expect(await valueOf(line("write", "ok"))).toBe(before + 1);
  expect(await valueOf(line("write", "failed"))).toBe(1);
  expect(await valueOf(line("read", "ok"))).toBeGreaterThanOrEqual(1);
});

test("mutations by what became of them", async () => {
  observe({ kind: "push", results: [{ outcome: "applied" }, { outcome: "conflict" }] });
  observe({ kind: "push", results: [{ outcome: "applied" }] });
  expect(await valueOf('paintbox_sync_mutations_total{outcome="applied"}')).toBe(2);
  expect(await valueOf('paintbox_sync_mutations_total{outcome="conflict"}')).toBe(1);
});

test("outside systems: attempts by outcome, and the one state that a breaker is in", async () => {
  const observer = upstreamObserver(observe);
  observer.attempted("salesforce", "ok", 120);
  observer.attempted("salesforce", "timeout", 20_000);
  expect(
    await valueOf('paintbox_upstream_breaker_state{upstream="salesforce",state="closed"}'),
  ).toBe(1);
  observer.breakerChanged("salesforce", "open");
  observer.breakerChanged("salesforce", "half-open");
  const calls = "paintbox_upstream_call_duration_seconds";
  expect(await valueOf(`${calls}_sum{upstream="salesforce",outcome="timeout"}`)).toBe(20);
  expect(await valueOf(`${calls}_bucket{le="0.25",upstream="salesforce",outcome="ok"}`)).toBe(1);
  const state = (name: string): string =>
    `paintbox_upstream_breaker_state{upstream="salesforce",state="${name}"}`;
  expect(await valueOf(state("half-open"))).toBe(1);
  expect(await valueOf(state("open"))).toBe(0);
});

test("what nobody counted yet is not counted later", async () => {
  observe({ kind: "pull", records: 7 });
  expect(await valueOf("paintbox_sync_pulled_records_total")).toBe(7);
});

describe("vitals", () => {
  test("come in over HTTP, signed in or not, and are seconds; a shift is a score", async () => {
    const { app } = createTestApp(store, { observe });
    const body = {
      route: "/settings",
      connection: "3g",
      vitals: [
        { name: "LCP", value: 2400 },
        { name: "CLS", value: 0.015 },
      ],
    };
    const send = (value: unknown, headers: Record<string, string> = {}) =>
      app.request("/api/vitals", {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(value),
      });
    expect((await send(body)).status).toBe(204);
    expect((await send({ ...body, user: "maria" })).status).toBe(400);
    expect((await send({ ...body, more: "x".repeat(2000) })).status).toBe(413);
    expect((await send(body, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    const labels = 'route="/settings",connection="3g"';
    expect(await valueOf(`paintbox_web_vital_seconds_bucket{le="2.5",name="LCP",${labels}}`)).toBe(
      1,
    );
    expect(await valueOf(`paintbox_web_vital_layout_shift_bucket{le="0.02",${labels}}`)).toBe(1);
  });
});

test.each([
  ['paintbox_build_info{build="1a2b"}', 1],
  ["paintbox_http_requests_in_flight", 3],
  ["paintbox_event_streams", 12],
  ["paintbox_memory_resident_bytes", 80],
  ["paintbox_memory_limit_bytes", 100],
  ['paintbox_memory_level{level="warning"}', 1],
  ['paintbox_memory_level{level="normal"}', 0],
  ['paintbox_store_connections{state="waiting"}', 2],
  ["paintbox_store_connections_max", 3],
  ['paintbox_outbox_jobs{kind="mail",state="waiting"}', 4],
  ['paintbox_outbox_oldest_seconds{kind="mail",state="waiting"}', 60],
  ["paintbox_live_redis_up", 0],
  ["paintbox_backup_last_verified_timestamp_seconds", 50],
  ["paintbox_backup_failing", 1],
  ['paintbox_upstream_budget_used{upstream="salesforce"}', 18],
  ['paintbox_cache_reads_total{cache="companycam.projects",result="hit"}', 8],
  ['paintbox_cache_bytes{cache="upstream"}', 1000],
  ["paintbox_signing_keys", 2],
  ["paintbox_signing_key_age_seconds", 90],
])("%s is read when somebody asks", async (line, value) => {
  expect(await valueOf(line)).toBe(value);
});

test("names follow the conventions: one prefix, a unit at the end of what has one", () => {
  for (const name of metrics.names())
    expect(name).toMatch(/^(paintbox|process|nodejs)_[a-z0-9_]+$/);
  expect(metrics.names()).toContain("nodejs_eventloop_lag_p99_seconds");
  expect(metrics.names()).toContain("nodejs_gc_duration_seconds");
});

test("a manager reads them at /api/metrics, and nobody else does", async () => {
  const { app } = createTestApp(store, { metricsText: () => metrics.text() });
  const ask = (user: string) => app.request("/api/metrics", { headers: { "x-test-user": user } });
  const response = await ask(boss.userId);
  expect(response.headers.get("content-type")).toContain("version=0.0.4");
  expect(await response.text()).toContain("paintbox_event_streams 12");
  expect((await ask(maria.userId)).status).toBe(403);
  expect((await createTestApp(store).app.request("/api/metrics")).status).toBe(401);
});
