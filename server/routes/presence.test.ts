import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Identity } from "../identity.ts";
import { allowances } from "../limits/limit-class.ts";
import { openStore, type Store } from "../store/store.ts";
import { colleague, maria, stranger, uuid } from "../sync/testing/estimate-fixtures.ts";
import { createTestApp, type TestApp } from "../sync/testing/test-app.ts";

let store: Store;
let server: TestApp;
beforeEach(async () => {
  store = await openStore({ directory: ":memory:" });
  server = createTestApp(store);
});
afterEach(async () => {
  server.streams.close();
  await store.close();
});

const TAB = uuid(0xb1);
const say = (estimateId: string | null, beat: number, as: Identity = maria) =>
  server.post("/api/sync/presence", { estimateId, tabId: TAB, beat }, as);

/** The events of a stream, one at a time; what is not wanted is passed over. */
async function listen(as: Identity) {
  const response = await server.app.request("/api/sync/events", {
    headers: { "x-test-user": as.userId },
  });
  const reader = response.body?.getReader();
  if (reader === undefined) throw new Error("no stream");
  return async (): Promise<string | null> => {
    const { done, value } = await reader.read();
    return done ? null : new TextDecoder().decode(value);
  };
}
const here = (estimateId: string, ...people: Identity[]): string => {
  const named = people.map(({ userId, userName }) => ({ userId, name: userName }));
  return `event: presence\ndata: ${JSON.stringify({ estimateId, people: named })}\n\n`;
};

test("who opens an estimate is seen by the company, at once and by who connects later; and is gone on leaving", async () => {
  const early = await listen(colleague);
  await early();
  expect((await say("e1", 1)).status).toBe(204);
  expect(await early()).toBe(here("e1", maria));
  const late = await listen(colleague);
  await late();
  expect(await late()).toBe(here("e1", maria));
  await say(null, 2);
  expect([await early(), await late()]).toEqual([here("e1"), here("e1")]);
});

test("another company learns nothing, whatever the estimate is called", async () => {
  await say("e1", 1);
  const next = await listen(stranger);
  await next();
  await say("e1", 2, stranger);
  expect(await next()).toBe(here("e1", stranger));
  server.streams.close();
  expect(await next()).toMatch(/^retry: \d+\n\n$/);
  expect(await next()).toBeNull();
});

test("a tablet that does not read is told how it is, not how it was", async () => {
  const next = await listen(colleague);
  await say("e1", 1);
  await say("e2", 2);
  await say("e1", 3);
  expect([await next(), await next(), await next()]).toEqual([
    'event: poke\ndata: {"rev":0}\n\n',
    here("e1", maria),
    here("e2"),
  ]);
});

describe("what is refused", () => {
  test.each([
    [{}],
    [{ estimateId: "e1", tabId: TAB }],
    [{ estimateId: "e1", tabId: "a tab", beat: 1 }],
    [{ estimateId: "../e1", tabId: TAB, beat: 1 }],
    [{ estimateId: "e1", tabId: TAB, beat: -1 }],
    [{ estimateId: "e1", tabId: TAB, beat: 1, name: "Somebody Else" }],
  ])("%j", async (body) => {
    const response = await server.post("/api/sync/presence", body);
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { error: { code: "body_invalid" } },
    ]);
  });

  test("whoever is not signed in, and a body that is too large", async () => {
    const nobody = { ...maria, userId: "nobody" };
    expect((await say("e1", 1, nobody)).status).toBe(401);
    const large = await server.post("/api/sync/presence", { estimateId: "e".repeat(2000) });
    expect(large.status).toBe(413);
  });

  test("more in a minute than anybody needs, of one user and not of the others", async () => {
    for (let beat = 1; beat <= (allowances.presence.person ?? 0); beat += 1) await say("e1", beat);
    const refused = await say("e1", 999);
    expect([refused.status, await refused.json()]).toMatchObject([
      429,
      { error: { code: "rate_limited", retryable: true } },
    ]);
    expect((await say("e1", 1, colleague)).status).toBe(204);
  });
});
