import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { REFRESH_AFTER_MS, SECRET_LIFETIME_MS } from "../../shared/session/refresh.ts";
import { createTestSigner, type TestSigner } from "../../server/session/testing/test-signer.ts";
import {
  createTestSessions,
  erin,
  ORIGIN,
  type TestSessions,
} from "../../server/session/testing/test-sessions.ts";
import { openStore, type Store } from "../../server/store/store.ts";
import { checkLease } from "./check-lease.ts";
import { deviceKey, forgetDeviceKey } from "./device-key.ts";
import { readKept } from "./kept.ts";
import { refresh } from "./refresh.ts";
import { browserOf, type TestBrowser } from "./testing/browser-of.ts";

const DAY = 24 * 60 * 60_000;
let now: number;
const clock = { now: () => now };
let store: Store;
let signer: TestSigner;
let sessions: TestSessions;
let tablet: TestBrowser;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 2, 15);
  store = await openStore({ directory: ":memory:" });
  signer = await createTestSigner(clock);
  sessions = createTestSessions({ store, clock, signer });
  tablet = await signedIn();
});
afterEach(() => store.close());

/** A browser just back from signing in, in front of a server that also publishes its keys. */
async function signedIn(): Promise<TestBrowser> {
  const { cookies } = await sessions.signedIn(erin, { hasKey: false });
  const server = {
    request: (url: string, init: RequestInit) =>
      url.endsWith("/jwks.json") ? Response.json(signer.jwks) : sessions.app.request(url, init),
  };
  const browser = browserOf(server, ORIGIN, clock.now);
  for (const [name, value] of cookies) browser.jar.set(name, value);
  return browser;
}

const pull = async ({ fetch }: TestBrowser): Promise<number> =>
  (await fetch("/api/sync/pull", { method: "POST" })).status;
const lease = async ({ storage, databases, now: time }: TestBrowser) =>
  checkLease(readKept(storage), erin, await deviceKey(databases), time());

test("the first contact registers the tablet's key and brings a lease that it can verify", async () => {
  expect(await refresh(tablet)).toMatchObject({ kind: "refreshed", told: { session: erin } });
  expect(await lease(tablet)).toEqual({
    standing: "good",
    endsAt: now + 14 * DAY,
    isClockBehind: false,
  });
  const row = await store.db.selectFrom("session_family").selectAll().executeTakeFirst();
  expect(row?.key_thumbprint).toBe((await deviceKey(tablet.databases))?.thumbprint);
});

test("the key is not to be had from the browser", async () => {
  const key = await deviceKey(tablet.databases);
  expect(key?.pair.privateKey.extractable).toBe(false);
  expect(await deviceKey(tablet.databases)).toMatchObject({ thumbprint: key?.thumbprint });
});

test("two tabs that refresh at once both stay signed in", async () => {
  await refresh(tablet);
  now += SECRET_LIFETIME_MS;
  // A tab has modules of its own.
  vi.resetModules();
  const { refresh: refreshOther } = await import("./refresh.ts");
  const [one, two] = await Promise.all([refresh(tablet), refreshOther(tablet)]);
  expect([one.kind, two.kind]).toEqual(["refreshed", "refreshed"]);
  expect(await pull(tablet)).toBe(200);
});

test("an answer that is lost is given again, at once or an hour later", async () => {
  await refresh(tablet);
  for (const wait of [0, 60 * 60_000]) {
    now += SECRET_LIFETIME_MS;
    tablet.losesAnswer = (path) => path.endsWith("/refresh");
    expect(await refresh(tablet)).toEqual({ kind: "unreachable" });
    tablet.losesAnswer = () => false;
    now += wait;
    expect(await refresh(tablet)).toMatchObject({ kind: "refreshed" });
    expect(await pull(tablet)).toBe(200);
  }
});

test.each([
  ["years behind", -900 * DAY],
  ["years ahead", 900 * DAY],
])("a clock that is %s keeps nobody out, and its lease is as good", async (_what, skewMs) => {
  tablet.skewMs = skewMs;
  expect(await refresh(tablet)).toMatchObject({ kind: "refreshed" });
  expect(await lease(tablet)).toMatchObject({ standing: "good", isClockBehind: false });
  now += REFRESH_AFTER_MS;
  tablet.paths.length = 0;
  expect(await refresh(tablet)).toMatchObject({ kind: "refreshed" });
  // What the clocks differ by is known from then on: no second question.
  expect(tablet.paths).toEqual(["/api/session/refresh"]);
});

test("storage that was evicted is another tablet: it signs in again, and nobody else has to", async () => {
  await refresh(tablet);
  const colleague = await signedIn();
  await refresh(colleague);
  await forgetDeviceKey(tablet.databases);
  tablet.storage.clear();
  expect(await refresh(tablet)).toEqual({ kind: "signed-out" });
  expect(await refresh(colleague)).toMatchObject({ kind: "refreshed" });
  const anew = await signedIn();
  expect(await refresh(anew)).toMatchObject({ kind: "refreshed" });
});

test("without a signal, and with a stranger's answer, nothing is known to have changed", async () => {
  await refresh(tablet);
  const before = readKept(tablet.storage);
  tablet.isOffline = true;
  expect(await refresh(tablet)).toEqual({ kind: "unreachable" });
  const portal = { ...tablet, fetch: () => Promise.resolve(new Response("<html>Guest Wi-Fi")) };
  expect(await refresh(portal)).toEqual({ kind: "unreachable" });
  expect(readKept(tablet.storage)).toEqual(before);
});

test("a lease that nobody can verify is not kept, and takes the one before from nobody", async () => {
  await refresh(tablet);
  now += DAY;
  const stranger = await createTestSigner(clock);
  const keys = signer.jwks;
  const sign: TestSigner["sign"] = (...claims) => stranger.sign(...claims);
  Object.assign(signer, { sign, jwks: { keys } });
  const ends = (await lease(tablet)).endsAt;
  await refresh(tablet);
  expect((await lease(tablet)).endsAt).toBe(ends);
});

test("a server that has changed its key is asked for the new one", async () => {
  await refresh(tablet);
  now += DAY;
  const next = await createTestSigner(clock, "next-key");
  const sign: TestSigner["sign"] = (...claims) => next.sign(...claims);
  Object.assign(signer, {
    sign,
    jwks: { keys: [...signer.jwks.keys, ...next.jwks.keys] },
  });
  tablet.paths.length = 0;
  await refresh(tablet);
  expect(tablet.paths).toContain("/.well-known/jwks.json");
  expect(await lease(tablet)).toMatchObject({ standing: "good", endsAt: now + 14 * DAY });
});
