import { afterEach, beforeEach, expect, test } from "vitest";
import { silentLog } from "../observe/log.ts";
import { openStore, type Store } from "../store/store.ts";
import { boss, maria } from "../sync/testing/estimate-fixtures.ts";
import { createTestApp, type TestApp } from "../sync/testing/test-app.ts";
import { type MemoryWatch, watchMemory } from "./memory-watch.ts";

let store: Store;
let server: TestApp;
let memory: MemoryWatch;
let rss: number;
beforeEach(async () => {
  rss = 0;
  store = await openStore({ directory: ":memory:" });
  memory = watchMemory({
    limitBytes: 1000,
    log: silentLog,
    observe: () => undefined,
    readRss: () => rss,
  });
  server = createTestApp(store, { memory });
});
afterEach(async () => {
  memory.stop();
  server.streams.close();
  await store.close();
});

async function statuses(usedPart: number) {
  rss = 1000 * usedPart;
  memory.look();
  const get = async (path: string, as = maria) =>
    (await server.app.request(path, { headers: { "x-test-user": as.userId } })).status;
  const push = await server.post("/api/sync/push", "{");
  return {
    history: await get("/api/sync/history/e1"),
    pull: (await server.post("/api/sync/pull", "{")).status,
    push: push.status,
    session: await get("/api/session"),
    health: await get("/api/simple-health"),
    memory: await get("/api/memory", boss),
    retryAfter: Number(push.headers.get("retry-after")),
  };
}

test("with room, everything is taken up", async () => {
  expect(await statuses(0.91)).toMatchObject({ history: 200, pull: 400, push: 400 });
});

test("in an emergency reads are turned away; somebody's work still gets through", async () => {
  expect(await statuses(0.93)).toMatchObject({
    history: 503,
    pull: 503,
    push: 400,
    session: 204,
    health: 200,
    memory: 200,
  });
});

test("exhausted, work is turned away too, to come back spread over some seconds; health and memory are not", async () => {
  const found = await statuses(0.98);
  expect(found).toMatchObject({
    history: 503,
    pull: 503,
    push: 503,
    session: 503,
    health: 200,
    memory: 200,
  });
  expect(found.retryAfter).toBeGreaterThanOrEqual(5);
  expect(found.retryAfter).toBeLessThan(15);
});

test("and everything is taken up again once there is room, with a margin", async () => {
  await statuses(0.93);
  expect((await statuses(0.9)).history).toBe(503);
  expect((await statuses(0.88)).history).toBe(200);
});
