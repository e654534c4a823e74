import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { routeTable } from "../access/route-table.ts";
import type { Observation } from "../observe/observation.ts";
import { openStore, type Store } from "../store/store.ts";
import { boss, maria } from "../sync/testing/estimate-fixtures.ts";
import { createTestApp, type TestApp } from "../sync/testing/test-app.ts";
import { allowances, limitClassOf } from "./limit-class.ts";
import { createLimits, type Limits } from "./limits.ts";

let store: Store;
let server: TestApp;
let observed: Observation[];
let now: number;
const MINUTE = 1_700_000_000_000 - (1_700_000_000_000 % 60_000);

beforeEach(async () => {
  store = await openStore({ directory: ":memory:" });
  observed = [];
  now = MINUTE;
  server = createTestApp(store, {
    clock: { now: () => now },
    observe: (observation) => observed.push(observation),
    trustedProxy: 1,
  });
});
afterEach(() => store.close());

const ask = (path: string, address: string, init: RequestInit = {}) =>
  server.app.request(path, {
    ...init,
    headers: { "x-forwarded-for": address, ...Object.fromEntries(new Headers(init.headers)) },
  });

describe("signing in", () => {
  const allowed = allowances["sign-in"].address;
  const signIn = (address: string) =>
    ask("/api/session/sign-in", address, { headers: { "accept-language": "es" } });

  test("is strict by address: a page says when to try again, and others are not held up", async () => {
    for (let time = 0; time < allowed; time += 1)
      expect((await signIn("198.51.100.1")).status).toBe(204);
    now += 20_000;
    const refused = await signIn("198.51.100.1");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThanOrEqual(40);
    expect(Number(refused.headers.get("retry-after"))).toBeLessThan(45);
    expect(refused.headers.get("ratelimit-policy")).toBe(`"sign-in";q=${allowed};w=60`);
    expect(refused.headers.get("ratelimit")).toBe('"sign-in";r=0;t=40');
    expect(await refused.text()).toContain("Espere un minuto");
    expect((await signIn("198.51.100.2")).status).toBe(204);
    expect(observed).toContainEqual({ kind: "limited", limit: "sign-in", by: "address" });
  });

  test("counts anew in the next minute", async () => {
    for (let time = 0; time <= allowed; time += 1) await signIn("198.51.100.1");
    now += 60_000;
    expect((await signIn("198.51.100.1")).status).toBe(204);
  });

  test("one household of IPv6 is one address", async () => {
    for (let time = 0; time < allowed; time += 1) await signIn(`2001:db8:1:2::${time + 1}`);
    expect((await signIn("2001:db8:1:2:ffff::1")).status).toBe(429);
    expect((await signIn("2001:db8:1:3::1")).status).toBe(204);
  });
});

test("what somebody may ask is theirs, wherever they ask from", async () => {
  const read = (as: typeof maria, address: string) =>
    ask("/api/sync/history/e1", address, { headers: { "x-test-user": as.userId } });
  for (let time = 0; time < (allowances.read.person ?? 0); time += 1)
    expect((await read(maria, `198.51.100.${time % 200}`)).status).toBe(200);
  const refused = await read(maria, "203.0.113.1");
  expect([refused.status, await refused.json()]).toMatchObject([
    429,
    { error: { code: "rate_limited", retryable: true } },
  ]);
  expect((await read(boss, "203.0.113.1")).status).toBe(200);
});

test("health has a limit of its own, and what stands on this machine is not counted", async () => {
  const allowed = allowances.public.address;
  for (let time = 0; time < allowed; time += 1) await ask("/api/simple-health", "198.51.100.1");
  expect((await ask("/api/simple-health", "198.51.100.1")).status).toBe(429);
  expect((await ask("/api/session", "198.51.100.1")).status).toBe(204);
  for (let time = 0; time <= allowed; time += 1)
    expect((await ask("/api/simple-health", "127.0.0.1")).status).toBe(200);
});

describe("a tablet that catches up is never refused", () => {
  /** Asks as middleware does: its address, then its device and its person. */
  const isLet = (limits: Limits, address: string, device: string, person: string): boolean =>
    (
      [
        ["address", address],
        ["device", device],
        ["person", person],
      ] as const
    ).every(([by, key]) => {
      const verdict = limits.count("sync", by, key);
      if (verdict instanceof Promise) throw new TypeError("sync must not wait for others");
      return verdict === null || verdict.isWithin;
    });

  test("500 tablets of one company behind one address: each with 25 pushes and its pulls, all in one minute", () => {
    const limits = createLimits({ clock: { now: () => MINUTE } });
    let refused = 0;
    for (let request = 0; request < 100; request += 1)
      for (let tablet = 0; tablet < 500; tablet += 1)
        if (!isLet(limits, "198.51.100.1", `device ${tablet}`, `person ${tablet}`)) refused += 1;
    expect(refused).toBe(0);
  });

  test("one person's five tablets, each after a week: 500 pushes of 200 edits and 500 pages, in one minute", () => {
    const limits = createLimits({ clock: { now: () => MINUTE } });
    for (let request = 0; request < 1000; request += 1)
      for (let tablet = 0; tablet < 5; tablet += 1)
        expect(isLet(limits, "198.51.100.1", `device ${tablet}`, "maria")).toBe(true);
  });

  test("a loop gone wild is stopped, and the person's other tablet goes on", () => {
    const limits = createLimits({ clock: { now: () => MINUTE } });
    const wild = Array.from({ length: 10_000 }, () => isLet(limits, "a", "wild", "maria"));
    expect(wild.filter(Boolean)).toHaveLength(allowances.sync.device ?? 0);
    expect(isLet(limits, "a", "other", "maria")).toBe(true);
  });

  test("over HTTP the device is the one of the cookie", async () => {
    const counted: string[] = [];
    const spied: Limits = {
      count(limit, by, key) {
        counted.push(`${limit} ${by} ${key}`);
        return null;
      },
    };
    const { app } = createTestApp(store, { limits: spied });
    await app.request("/api/sync/pull", {
      method: "POST",
      headers: { "x-test-user": maria.userId, cookie: "paintbox-device=d1" },
    });
    expect(counted).toEqual([
      "sync address unknown",
      `sync device ${maria.userId} d1`,
      `sync person ${maria.userId}`,
    ]);
  });
});

test("every route has a class, and only open ones are counted by address alone", () => {
  for (const route of routeTable) {
    const { person } = allowances[limitClassOf(route)];
    expect([route.path, person !== null || route.access === "anyone"]).toEqual([route.path, true]);
  }
  expect(limitClassOf(null)).toBe("public");
});
