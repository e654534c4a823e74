import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { MemoryWatch, ShedAmount } from "../memory/memory-watch.ts";
import { watchMemory } from "../memory/memory-watch.ts";
import type { AuditEntry } from "../observe/audit.ts";
import { silentLog } from "../observe/log.ts";
import { openStore, type Store } from "../store/store.ts";
import { boss, maria } from "../sync/testing/estimate-fixtures.ts";
import { createTestApp, type TestApp } from "../sync/testing/test-app.ts";

let store: Store;
let server: TestApp;
let memory: MemoryWatch;
let rss: number;
let asked: string[];
let audited: AuditEntry[];

beforeEach(async () => {
  rss = 100;
  asked = [];
  audited = [];
  store = await openStore({ directory: ":memory:" });
  memory = watchMemory({
    limitBytes: 1000,
    log: silentLog,
    observe: () => undefined,
    readRss: () => rss,
  });
  for (const [name, sort] of [
    ["answers", "cache"],
    ["streams", "connections"],
  ] as const)
    memory.register({
      name,
      sort,
      shed: (amount: ShedAmount) => asked.push(`${name} ${amount}`),
      bytes: () => 7,
    });
  server = createTestApp(store, {
    memory,
    audit: async (entry) => void audited.push(entry),
  });
});
afterEach(async () => {
  memory.stop();
  await store.close();
});

const optimize = (body: unknown) => server.post("/api/memory/optimize", body, boss);
const clear = (target: string) =>
  server.app.request(`/api/memory/cache${target}`, {
    method: "DELETE",
    headers: { "x-test-user": boss.userId },
  });

test("a manager sees how memory stands and who holds it", async () => {
  const response = await server.app.request("/api/memory", {
    headers: { "x-test-user": boss.userId },
  });
  expect(await response.json()).toMatchObject({
    level: "normal",
    rssBytes: 100,
    limitBytes: 1000,
    usedPart: 0.1,
    holders: expect.arrayContaining([{ name: "answers", bytes: 7 }]),
  });
});

describe("optimize", () => {
  test.each([
    ["light", ["answers half"]],
    ["standard", ["answers all"]],
    ["aggressive", ["answers all", "streams half"]],
    ["emergency", ["answers all", "streams all"]],
  ])("%s gives back what it says", async (level, expected) => {
    const response = await optimize({ level, force: true });
    expect(response.status).toBe(200);
    expect(asked).toEqual(expected);
  });

  test("does nothing while there is room, unless forced; and something when there is none", async () => {
    expect(await (await optimize({ level: "standard" })).json()).toMatchObject({ shed: [] });
    rss = 750;
    expect(await (await optimize({ level: "standard" })).json()).toMatchObject({
      level: "warning",
      shed: expect.arrayContaining(["answers"]),
    });
  });

  test.each([[{ level: "much" }], [{}], [{ level: "light", force: "yes" }], ["{"]])(
    "refuses %j",
    async (body) => {
      expect((await optimize(body)).status).toBe(400);
      expect([asked, audited]).toEqual([[], []]);
    },
  );

  test("is written down: who, what, and with force", async () => {
    await optimize({ level: "light", force: true });
    expect(audited).toMatchObject([
      { by: { userId: boss.userId }, action: "memory.optimize", subject: "light force" },
    ]);
  });
});

describe("clearing a cache", () => {
  test("all of them, or one by its name; connections are none", async () => {
    expect((await clear("?target=answers")).status).toBe(200);
    expect((await clear("")).status).toBe(200);
    expect(asked).toEqual(["answers all", "answers all"]);
    expect(audited.map(({ action, subject }) => [action, subject])).toEqual([
      ["memory.clear_cache", "answers"],
      ["memory.clear_cache", "all"],
    ]);
  });

  test("one that there is not", async () => {
    expect((await clear("?target=everything")).status).toBe(404);
    expect([asked, audited]).toEqual([[], []]);
  });
});

test("only managers do any of it", async () => {
  const body = { level: "emergency", force: true };
  expect((await server.post("/api/memory/optimize", body, maria)).status).toBe(403);
  expect(asked).toEqual([]);
});
