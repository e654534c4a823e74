import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { errorBodySchema } from "../../shared/sync/wire.ts";
import type { Identity } from "../identity.ts";
import { openStore, type Store } from "../store/store.ts";
import { HEARTBEAT_MS, MAX_STREAM_MS, MAX_STREAMS_PER_USER } from "../sync/event-streams.ts";
import {
  addCustomer,
  colleague,
  maria,
  mutation,
  OTHER_TABLET,
  stranger,
} from "../sync/testing/estimate-fixtures.ts";
import { createTestApp, type TestApp } from "../sync/testing/test-app.ts";

let store: Store;
let server: TestApp;
beforeEach(async () => {
  store = await openStore({ directory: ":memory:" });
  server = createTestApp(store);
});
afterEach(async () => {
  vi.useRealTimers();
  server.streams.close();
  await store.close();
});

/** When to ask again: spread, so that a fleet does not in the same moment. */
const GOODBYE = /^retry: \d{4,5}\n\n$/;

async function listen(as: Identity = maria) {
  const response = await server.app.request("/api/sync/events", {
    headers: { "x-test-user": as.userId },
  });
  const reader = response.body?.getReader();
  if (reader === undefined) throw new Error("no stream");
  const next = async (): Promise<string | null> => {
    const { done, value } = await reader.read();
    return done ? null : new TextDecoder().decode(value);
  };
  return { response, next, cancel: () => reader.cancel() };
}
const poke = (rev: number): string => `event: poke\ndata: {"rev":${rev}}\n\n`;
const change = (seq: number, as = maria, tablet = OTHER_TABLET) => {
  const operation = { ...addCustomer, id: `c${seq}` };
  return server.push([mutation(seq + 100, seq, [operation])], { as, tablet });
};

test("a change pokes whoever listens in the company, and nobody else", async () => {
  const ours = await listen(colleague);
  const theirs = await listen(stranger);
  expect(ours.response.headers.get("content-type")).toBe("text/event-stream");
  expect([await ours.next(), await theirs.next()]).toEqual([poke(0), poke(0)]);
  await change(1);
  expect(await ours.next()).toBe(poke(1));
  server.streams.close();
  expect(await theirs.next()).toMatch(GOODBYE);
  expect(await theirs.next()).toBeNull();
});

test("a listener that does not read is told the latest only", async () => {
  const slow = await listen();
  for (const seq of [1, 2, 3]) await change(seq);
  expect([await slow.next(), await slow.next()]).toEqual([poke(0), poke(3)]);
});

test("what changed nothing pokes nobody", async () => {
  await change(1);
  const { next } = await listen();
  await next();
  await change(1);
  server.streams.close();
  expect(await next()).toMatch(GOODBYE);
  expect(await next()).toBeNull();
});

describe("the life of a stream", () => {
  test("heartbeats keep it open, and it ends by itself so that the cookie is asked for again", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "setTimeout", "clearInterval", "clearTimeout"] });
    const { next } = await listen();
    await next();
    vi.advanceTimersByTime(HEARTBEAT_MS);
    expect(await next()).toBe(": still here\n\n");
    vi.advanceTimersByTime(MAX_STREAM_MS);
    await next();
    expect(await next()).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("a user has a bounded number, and gets another when one was left", async () => {
    const open = [];
    for (let index = 0; index < MAX_STREAMS_PER_USER; index += 1) open.push(await listen());
    const headers = { "x-test-user": maria.userId };
    const refused = await server.app.request("/api/sync/events", { headers });
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "30"]);
    const body = errorBodySchema.parse(await refused.json());
    expect(body.error).toMatchObject({ code: "rate_limited", retryable: true });
    expect((await listen(colleague)).response.status).toBe(200);
    await open[0]?.cancel();
    expect((await server.app.request("/api/sync/events", { headers, method: "HEAD" })).status).toBe(
      200,
    );
    expect((await listen()).response.status).toBe(200);
  });
});
