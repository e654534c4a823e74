import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { boss } from "../../sync/testing/estimate-fixtures.ts";
import {
  type Ground,
  prepareGround,
  type RunningServer,
  startMain,
} from "../../testing/start-main.ts";

let ground: Ground;
let server: RunningServer | undefined;
beforeAll(async () => {
  ground = await prepareGround(boss);
});
afterEach(() => server?.end("SIGKILL"));
afterAll(() => ground.remove());

const port = (running: RunningServer): unknown =>
  running.events().find(({ event }) => event === "metrics.listening")?.["port"];

test("a server tells Prometheus on a port of its own what it does, and managers at its address", async () => {
  server = await startMain({ ...ground.settings, METRICS_PORT: "0" });
  const { url } = server;
  const metricsUrl = `http://127.0.0.1:${String(port(server))}`;
  await expect
    .poll(async () => (await fetch(`${metricsUrl}/metrics`)).status, { timeout: 10_000 })
    .toBe(200);
  await fetch(`${url}/api/health`);
  await fetch(`${url}/api/session`);
  const text = await (await fetch(`${metricsUrl}/metrics`)).text();
  expect(text).toContain('paintbox_ready_answers_total{path="/api/health",status="200"} 1');
  expect(text).toContain('route="/api/session",status="2xx"');
  expect(text).toMatch(/^paintbox_store_transaction_duration_seconds_count\{work="read"/m);
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  expect((await fetch(`${metricsUrl}/`)).status).toBe(404);
  expect((await fetch(`${metricsUrl}/metrics`, { method: "POST" })).status).toBe(404);
  const cookie = ground.cookies[0] ?? "";
  const asManager = await fetch(`${url}/api/metrics`, { headers: { cookie } });
  expect(await asManager.text()).toContain("paintbox_build_info");
  expect((await fetch(`${url}/api/metrics`)).status).toBe(401);
  expect(await server.end()).toBe(0);
}, 30_000);

test("a port that is taken keeps the server from starting, and is named", async () => {
  server = await startMain({ ...ground.settings, METRICS_PORT: "0" });
  const taken = String(port(server));
  const other = await prepareGround();
  await expect(startMain({ ...other.settings, METRICS_PORT: taken })).rejects.toThrow(
    `METRICS_PORT ${taken} is in use`,
  );
  other.remove();
}, 30_000);
