import { beforeEach, describe, expect, test, vi } from "vitest";
import { silentLog } from "../observe/log.ts";
import { readyAnswer } from "../ready/ready-answer.ts";
import { openStore } from "../store/store.ts";
import { createTestApp } from "../sync/testing/test-app.ts";
import { healthResource, type HealthSources, STORE_TIMEOUT_MS } from "./health.ts";

let now: number;
let sources: HealthSources;
let looks: number;
/** How the store's next reads go. */
let storeRead: () => Promise<number>;

beforeEach(() => {
  now = 1_800_000_000_000;
  looks = 0;
  storeRead = () => Promise.resolve(7);
  sources = {
    revision: () => {
      looks += 1;
      return storeRead();
    },
    clock: { now: () => now },
    log: silentLog,
    salesforceState: () => ({
      standing: "locked_out",
      lastAnsweredAt: 5,
      setupProblem: "Quotes of Example Painting are off",
      summary: "Salesforce does not let Paintbox in: secret words",
    }),
    backupState: () => ({ lastVerifiedAt: 3, problem: "/private/backups is full" }),
    liveReport: () => ({ through: "process", redis: null }),
    keyReport: () => ({ standing: "last_good", signer: "kid" }),
    memory: () => ({ rssBytes: 100, limitBytes: 400 }),
    isDraining: () => false,
    build: "b1",
  };
});

const get = { method: "GET", accept: undefined, ifNoneMatch: undefined };

function watched() {
  const resource = healthResource(sources);
  const ready = () => readyAnswer(resource, get);
  const said = () => JSON.parse(ready()?.body?.toString() ?? "null");
  return { look: () => resource.prepare?.(), ready, said };
}

test("says how the store, the memory, the keys and the rest are", async () => {
  const { look, ready, said } = watched();
  expect(ready()).toBeNull();
  await look();
  expect(ready()?.status).toBe(200);
  expect(said()).toEqual({
    ok: true,
    store: "ok",
    rev: 7,
    memory: { ok: true, usedShare: 0.25 },
    keys: { standing: "last_good", signer: "kid" },
    salesforce: {
      standing: "locked_out",
      lastAnsweredAt: 5,
      setupProblem: null,
      summary: expect.any(String),
    },
    backup: { lastVerifiedAt: 3, problem: expect.any(String) },
    live: { through: "process", redis: null },
    build: "b1",
  });
});

test("repeats to nobody what Salesforce or the system said", async () => {
  const { look, ready } = watched();
  await look();
  expect(ready()?.body?.toString()).not.toMatch(/secret words|Example Painting|private/);
});

describe("looks", () => {
  test("once for all who ask at the same time, and once a second", async () => {
    const { look, ready } = watched();
    await Promise.all([look(), look(), look()]);
    expect(looks).toBe(1);
    now += 999;
    ready();
    expect(looks).toBe(1);
    now += 1;
    expect(ready()).not.toBeNull();
    ready();
    expect(looks).toBe(2);
  });

  test("while the last answer is given; who asks seldom waits for a new one", async () => {
    const { look, said, ready } = watched();
    await look();
    storeRead = () => Promise.resolve(8);
    now += 2000;
    expect(said().rev).toBe(7);
    await vi.waitFor(() => expect(said().rev).toBe(8));
    now += 60_000;
    expect(ready()).toBeNull();
    await look();
    expect(said().rev).toBe(8);
  });
});

test("a store that fails, or memory that is full, is 503", async () => {
  const { look, ready, said } = watched();
  storeRead = () => Promise.reject(new Error("gone"));
  await look();
  expect(ready()?.status).toBe(503);
  expect(said()).toMatchObject({ ok: false, store: "failing", rev: null });
  storeRead = () => Promise.resolve(9);
  sources = { ...sources, memory: () => ({ rssBytes: 93, limitBytes: 100 }) };
  const full = watched();
  await full.look();
  expect(full.ready()?.status).toBe(503);
  expect(full.said()).toMatchObject({ ok: false, store: "ok", memory: { ok: false } });
});

test("a store that never answers is given two seconds and asked once", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const { look, ready, said } = watched();
    storeRead = () => new Promise(() => undefined);
    for (let time = 0; time < 3; time += 1) {
      const looked = look();
      await vi.advanceTimersByTimeAsync(STORE_TIMEOUT_MS);
      await looked;
      expect(ready()?.status).toBe(503);
      expect(said().ok).toBe(false);
    }
    expect(looks).toBe(1);
  } finally {
    vi.useRealTimers();
  }
});

test("the app answers both, and tells signed-in people what Salesforce says", async () => {
  const store = await openStore({ directory: ":memory:" });
  const { app } = createTestApp(store);
  expect(await (await app.request("/api/health")).json()).toMatchObject({ ok: true, rev: 0 });
  expect(await (await app.request("/api/simple-health")).text()).toBe("ok");
  expect((await app.request("/api/v1/standing")).status).toBe(401);
  const signedIn = await app.request("/api/v1/standing", {
    headers: { "x-test-user": "005000000000001AAA", "x-test-role": "painter" },
  });
  expect(signedIn.status).toBe(200);
  expect(await signedIn.json()).toMatchObject({ salesforce: { summary: "Up to date." } });
  await store.close();
});
