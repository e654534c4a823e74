import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { silentLog } from "../observe/log.ts";
import type { Observation } from "../observe/observation.ts";
import { openStore, type Store } from "../store/store.ts";
import {
  addCustomer,
  colleague,
  maria,
  mutation,
  pushOf,
} from "../sync/testing/estimate-fixtures.ts";
import { createTestApp, type TestApp } from "../sync/testing/test-app.ts";
import { type MemoryWatch, watchMemory } from "./memory-watch.ts";

let store: Store;
let server: TestApp;
let memory: MemoryWatch;
const seen: Observation[] = [];
beforeEach(async () => {
  seen.length = 0;
  store = await openStore({ directory: ":memory:" });
  const observe = (observation: Observation) => void seen.push(observation);
  // One megabyte of bodies may be under way.
  memory = watchMemory({ limitBytes: 32e6, log: silentLog, observe, readRss: () => 1e6 });
  server = createTestApp(store, { memory, observe });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(async () => {
  vi.useRealTimers();
  memory.stop();
  server.streams.close();
  await store.close();
});

/** A push whose bytes come when they are sent. */
function pushing(as: string, length: number | null) {
  const late: { controller?: ReadableStreamDefaultController<Uint8Array> } = {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      late.controller = controller;
    },
  });
  const headers = {
    "content-type": "application/json",
    "x-test-user": as,
    ...(length !== null && { "content-length": String(length) }),
  };
  // @ts-expect-error undici wants it said, and the DOM's types do not know it
  const init: RequestInit = { method: "POST", headers, body, duplex: "half" };
  const answer = Promise.resolve(server.app.request("/api/sync/push", init));
  return {
    answer,
    send: (text: string) => late.controller?.enqueue(new TextEncoder().encode(text)),
    end: () => late.controller?.close(),
  };
}

test("beside a large body another waits some seconds, is told when to come back, and small ones pass", async () => {
  const large = pushing(maria.userId, 900_000);
  await vi.advanceTimersByTimeAsync(10);
  const other = pushing(colleague.userId, 500_000);
  await vi.advanceTimersByTimeAsync(4900);
  const small = await server.push([mutation(1, 1, [addCustomer])]);
  expect(small.results).toMatchObject([{ outcome: "applied" }]);
  await vi.advanceTimersByTimeAsync(100);
  const refused = await other.answer;
  expect([refused.status, await refused.json()]).toMatchObject([
    503,
    { error: { code: "unavailable", retryable: true } },
  ]);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThanOrEqual(5);
  expect(seen).toContainEqual({ kind: "turned-away", limit: "sync" });
  large.send(JSON.stringify(pushOf([])));
  large.end();
  expect((await large.answer).status).toBe(200);
  const later = pushing(maria.userId, 500_000);
  later.send(JSON.stringify(pushOf([])));
  later.end();
  expect((await later.answer).status).toBe(200);
});

test("one that drips makes room when another waits", async () => {
  const slow = pushing(maria.userId, 900_000);
  slow.send("{");
  await vi.advanceTimersByTimeAsync(30_000);
  const next = pushing(colleague.userId, 500_000);
  next.send(JSON.stringify(pushOf([])));
  next.end();
  expect((await next.answer).status).toBe(200);
  const cut = await slow.answer;
  expect([cut.status, cut.headers.has("retry-after")]).toEqual([503, true]);
});

test("a body that does not say how long it is asks for room as it grows", async () => {
  const large = pushing(maria.userId, 900_000);
  await vi.advanceTimersByTimeAsync(10);
  const growing = pushing(colleague.userId, null);
  growing.send(" ".repeat(60_000));
  growing.send(" ".repeat(60_000));
  growing.send(JSON.stringify(pushOf([])));
  growing.end();
  await vi.advanceTimersByTimeAsync(1000);
  large.send("{}");
  large.end();
  expect((await large.answer).status).toBe(400);
  expect((await growing.answer).status).toBe(200);
});
