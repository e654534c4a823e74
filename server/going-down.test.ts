import { once } from "node:events";
import { request } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { maria } from "./sync/testing/estimate-fixtures.ts";
import { type Ground, prepareGround, type RunningServer, startMain } from "./testing/start-main.ts";

let ground: Ground;
let server: RunningServer | undefined;
beforeAll(async () => {
  ground = await prepareGround(maria);
});
afterEach(() => server?.end("SIGKILL"));
afterAll(() => ground.remove());

const cookie = (): string => ground.cookies[0] ?? "";

test("a request that is being sent is answered, a stream is told when to come back, and the exit is 0", async () => {
  server = await startMain(ground.settings);
  const { url } = server;
  const stream = await fetch(`${url}/api/sync/events`, { headers: { cookie: cookie() } });
  const body = JSON.stringify({ text: "elm", before: null });
  const asking = request(`${url}/api/sync/archive`, {
    method: "POST",
    headers: {
      cookie: cookie(),
      "content-type": "application/json",
      "content-length": body.length,
    },
  });
  const answered = once(asking, "response");
  asking.write(body.slice(0, 5));
  // Until the half of it is there: the server answers others meanwhile.
  for (let time = 0; time < 3; time += 1) await fetch(`${url}/api/simple-health`);
  const ended = server.end();
  expect(await stream.text()).toMatch(/retry: \d{4,5}\n\n$/);
  await expect(fetch(`${url}/api/simple-health`)).rejects.toThrow("fetch failed");
  asking.end(body.slice(5));
  const [response] = await answered;
  expect(JSON.parse(await text(response))).toBeTypeOf("object");
  expect(response.statusCode).toBeLessThan(500);
  expect(await ended).toBe(0);
}, 30_000);

test("with DRAIN_SECONDS health says first that the server is going, and everything is still answered", async () => {
  server = await startMain({ ...ground.settings, DRAIN_SECONDS: "4" });
  const { url } = server;
  expect((await fetch(`${url}/api/health`)).status).toBe(200);
  const ended = server.end();
  const health = async () => {
    const response = await fetch(`${url}/api/health`);
    return [response.status, await response.json()];
  };
  // Health is looked at once a second.
  await expect.poll(health, { timeout: 4000 }).toMatchObject([503, { ok: false, draining: true }]);
  expect((await fetch(`${url}/api/simple-health`)).status).toBe(200);
  const session = await fetch(`${url}/api/session`, { headers: { cookie: cookie() } });
  expect(session.status).toBe(200);
  expect(await ended).toBe(0);
}, 30_000);
