import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as z from "zod/mini";
import type { FaultRuleInput } from "../sandbox/common/faults/fault-rule.ts";
import { createTestSandbox } from "../sandbox/companycam/harness.ts";
import { createCallBudget } from "./call-budget.ts";
import { openStore, type Store } from "../store/store.ts";
import { personalToken } from "./tokens/token-source.ts";
import { createTransport } from "./transport.ts";
import { type LocalCompanyCam, serveCompanyCam } from "./testing/local-companycam.ts";

const sandbox = createTestSandbox();
let local: LocalCompanyCam;
let store: Store;
beforeEach(async () => {
  sandbox.reset();
  local = await serveCompanyCam(sandbox.fetch);
  store = await openStore({ directory: ":memory:" });
});
afterEach(async () => {
  await local.close();
  await store.close();
});

const connect = (api: "v2" | "v1" = "v2") => local.connect(store, { api }).companyCam;
const action = (fault: FaultRuleInput["action"], times = 1): void => {
  sandbox.faults.add({ match: { path: "/projects" }, times, action: fault });
};
const newProject = { name: "New", street: "1 Elm St", city: "Golden", state: "CO", postalCode: "" };

test("a page instead of data is no data, whatever its status", async () => {
  for (const status of [200, 503]) {
    action({ kind: "maintenance", status }, 3);
    const answer = await connect().listProjects({});
    expect(answer).toMatchObject({ ok: false, error: { code: "maintenance", sort: "away" } });
    sandbox.faults.clear();
  }
});

test("an answer without end is given up and costs no memory", async () => {
  const chunk = new TextEncoder().encode(`"${"x".repeat(65_535)}",`);
  let chunks = 0;
  const body = () =>
    new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode("[")),
      pull(controller) {
        chunks += 1;
        controller.enqueue(chunk);
      },
    });
  const headers = { "content-type": "application/json" };
  const endless = await serveCompanyCam(() => new Response(body(), { headers }));
  const answer = await endless.connect(store).companyCam.createProject(newProject);
  expect(answer).toMatchObject({ ok: false, error: { code: "maintenance", sort: "away" } });
  expect(chunks * chunk.length).toBeLessThan(20_000_000);
  await endless.close();
});

test("who waits for a CompanyCam that hangs waits for one time-out", async () => {
  const hanging = await serveCompanyCam(() => new Promise<Response>(() => undefined));
  const transport = createTransport({
    baseUrl: `${hanging.url}/v2`,
    tokens: personalToken("token"),
    budget: createCallBudget(null),
    timeoutMs: 100,
  });
  const answer = await transport.send({ method: "GET", path: "/users" }, z.unknown());
  expect(answer).toMatchObject({ ok: false, error: { code: "timeout", sort: "away" } });
  expect(hanging.seen).toHaveLength(1);
  await hanging.close();
});

test("a redirect is not followed: the token does not go where it points", async () => {
  const lost = await serveCompanyCam(
    () => new Response(null, { status: 302, headers: { location: `${local.url}/v2/company` } }),
  );
  const answer = await lost.connect(store).companyCam.listUsers();
  expect(answer).toMatchObject({ error: { code: "wrong_address", sort: "refused" } });
  expect(local.seen).toEqual([]);
  await lost.close();
});

test("429 without a word of when: nothing is repeated at once, and nothing of its kind goes out for a while", async () => {
  action({ kind: "error", status: 429, errorCode: "Too many requests" });
  const companyCam = connect();
  const answer = await companyCam.listProjects({});
  expect(answer).toMatchObject({ error: { code: "rate_limited", retryAfterMs: 15_000 } });
  const asked = local.seen.length;
  expect(await companyCam.listUsers()).toMatchObject({ error: { code: "rate_limited" } });
  expect(local.seen).toHaveLength(asked);
  expect((await companyCam.createProject(newProject)).ok).toBe(true);
});

test("no minute has more than 240 reads of ours, nor more than 100 writes", async () => {
  // The library counts with the machine's clock.
  vi.useFakeTimers({ toFake: ["Date"] });
  const budget = createCallBudget(null);
  const sent = { read: [] as number[], write: [] as number[] };
  vi.setSystemTime(1_000_000_003_000);
  for (let second = 0; second < 180; second += 1) {
    vi.setSystemTime(1_000_000_003_000 + second * 1000);
    for (const kind of ["read", "write"] as const)
      for (let each = 0; each < 20; each += 1)
        if ((await budget.take(kind)) === 0) sent[kind].push(second);
  }
  const most = (times: readonly number[]): number =>
    Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 60).length));
  expect(most(sent.read)).toBeLessThanOrEqual(240);
  expect(most(sent.read)).toBeGreaterThan(190);
  expect(most(sent.write)).toBeLessThanOrEqual(100);
  vi.useRealTimers();
});

test("reads are repeated, writes never: each would make another one", async () => {
  action({ kind: "drop", when: "before-commit" });
  expect((await connect().listProjects({})).ok).toBe(true);
  expect(local.requests("GET", "/projects")).toBe(2);
  action({ kind: "drop", when: "after-commit" });
  const lost = await connect().createProject(newProject);
  expect(lost).toMatchObject({ error: { code: "unreachable" } });
  expect(local.requests("POST", "/projects")).toBe(1);
});

test("half an answer is none", async () => {
  action({ kind: "truncate" }, 3);
  expect(await connect().listProjects({})).toMatchObject({ error: { code: "unreachable" } });
});

test.each([
  [402, "plan_expired", "away"],
  [403, "forbidden", "refused"],
  [404, "not_found", "absent"],
  [409, "conflict", "refused"],
  [422, "rejected", "refused"],
] as const)("%i is %s", async (status, code, sort) => {
  for (const api of ["v2", "v1"] as const) {
    action({ kind: "error", status, errorCode: "x", message: "No." });
    const answer = await connect(api).listProjects({});
    expect(answer).toMatchObject({
      error: { code, sort, message: `CompanyCam answered ${status}: No.` },
    });
  }
});

test("a scope that is missing is told from being forbidden", async () => {
  const { access_token: token } = sandbox.grants.issue(["read"]);
  const { companyCam } = local.connect(store, { api: "v1", access: { by: "token", token } });
  expect(await companyCam.createProject(newProject)).toMatchObject({
    error: { code: "insufficient_scope" },
  });
});

test("a token that is refused is tried once, and no renewal goes round", async () => {
  const access = { by: "token", token: "wrong" } as const;
  const answer = await local.connect(store, { access }).companyCam.listUsers();
  expect(answer).toMatchObject({ error: { code: "unauthorized", sort: "away" } });
  expect(local.seen).toHaveLength(1);
});

test("while CompanyCam is silent it is left alone", async () => {
  action({ kind: "drop", when: "before-commit" }, 0);
  const companyCam = connect();
  for (let each = 0; each < 5; each += 1) await companyCam.listProjects({});
  const asked = local.seen.length;
  expect(await companyCam.listProjects({})).toMatchObject({ error: { code: "unreachable" } });
  expect(local.seen).toHaveLength(asked);
});
