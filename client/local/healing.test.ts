// Dexie asks once, when it is loaded, whether there is an IndexedDB to watch: this comes first.
import "fake-indexeddb/auto";
import { expect, test, vi } from "vitest";
import { createCustomer } from "./actions/create-customer.ts";
import { healing, MAX_REOPENINGS, probeStorage } from "./healing.ts";
import { watchQuery } from "./live-query.ts";
import type { Local } from "./local.ts";
import { countWaiting } from "./queries/waiting.ts";
import { saveErrorOf, storageTrouble } from "./storage-errors.ts";
import { valueOf } from "./testing/sample-records.ts";
import { createTablet, type TestTablet } from "./testing/test-local.ts";
import { watchTables } from "./watch-tables.ts";

const lost = () => new DOMException("Connection to Indexed Database server lost", "UnknownError");

/** Work that fails so many times before it succeeds. */
function failing(times: number, error: () => unknown = lost) {
  const tries = { made: 0 };
  const work = () => {
    tries.made += 1;
    return tries.made <= times ? Promise.reject(error()) : Promise.resolve("done");
  };
  return { work, tries };
}

test.each([
  ["QuotaExceededError", "full", "storage_full"],
  ["UnknownError", "lost", "storage_failed"],
  ["InvalidStateError", "lost", "storage_failed"],
  ["AbortError", "lost", "storage_failed"],
  ["ConstraintError", "other", "storage_failed"],
])("%s is storage that is %s", async (name, trouble, code) => {
  const { database } = await createTablet().open();
  const error = new DOMException("in the browser's own words", name);
  expect(storageTrouble(database, error)).toBe(trouble);
  expect(saveErrorOf(database, error)).toMatchObject({ code });
});

test("a lost connection is replaced, three times in a row, and then it is told", async () => {
  const { database } = await createTablet().open();
  const healed = failing(MAX_REOPENINGS);
  expect(await healing(database, healed.work)).toBe("done");
  expect(database.health).toMatchObject({ standing: "well", connection: MAX_REOPENINGS });

  const dead = failing(Infinity);
  await expect(healing(database, dead.work)).rejects.toThrow("server lost");
  expect(dead.tries.made).toBe(MAX_REOPENINGS + 1);
  expect(database.health.standing).toBe("lost");

  expect(await healing(database, failing(MAX_REOPENINGS).work)).toBe("done");
  expect(database.health.standing).toBe("well");
});

test("what a fresh connection does not help against is not tried again", async () => {
  const { database } = await createTablet().open();
  const full = failing(Infinity, () => new DOMException("full", "QuotaExceededError"));
  await expect(healing(database, full.work)).rejects.toThrow("full");
  expect(full.tries.made).toBe(1);
  expect(database.health.connection).toBe(0);
});

test("an edit is saved on a fresh connection when its transaction was given up in the commit", async () => {
  const local = await createTablet().open();
  let failures = 1;
  local.database.outbox.hook("creating", () => {
    if (failures > 0) {
      failures -= 1;
      throw new DOMException("the transaction was aborted", "AbortError");
    }
  });
  valueOf(await createCustomer(local, { name: "Ana" }));
  expect(await local.database.customer.count()).toBe(1);
  expect(await countWaiting(local)).toBe(1);
});

test("a live query goes on after its connection was lost, and again after the storage was away for long", async () => {
  const local = await createTablet().open();
  const { database } = local;
  let dead = false;
  const seen: number[] = [];
  const errors: unknown[] = [];
  const stop = watchQuery(
    local,
    async () => {
      if (dead) throw lost();
      return countWaiting(local);
    },
    (value) => seen.push(value),
    (error) => errors.push(error),
  );
  await expect.poll(() => seen.at(-1)).toBe(0);
  database.close({ disableAutoOpen: false });
  valueOf(await createCustomer(local, { name: "Ana" }));
  await expect.poll(() => seen.at(-1)).toBe(1);

  dead = true;
  database.close({ disableAutoOpen: false });
  await expect.poll(() => database.health.standing).toBe("lost");
  dead = false;
  await probeStorage(database);
  expect(database.health.standing).toBe("well");
  valueOf(await createCustomer(local, { name: "Ben" }));
  await expect.poll(() => seen.at(-1)).toBe(2);
  expect(errors).toEqual([]);
  stop();
});

test.each([
  ["its answer", undefined],
  ["its tables", ["outbox"]],
] as const)(
  "a live query by %s tells of a connection that cannot be opened again, and goes on when it can",
  async (_, tables) => {
    const tablet = createTablet();
    const local = await tablet.open();
    const { database } = local;
    const seen: number[] = [];
    const stop = watchQuery(
      local,
      () => countWaiting(local),
      (value) => seen.push(value),
      (error) => expect.unreachable(String(error)),
      tables && watchTables(database, tables),
    );
    await expect.poll(() => seen.at(-1)).toBe(0);
    const { indexedDB } = tablet.storage;
    if (!indexedDB) throw new Error("no storage");
    const opening = vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("Internal error opening backing store", "UnknownError");
    });
    database.close({ disableAutoOpen: false });
    await expect.poll(() => database.health.standing).toBe("lost");
    opening.mockRestore();
    await probeStorage(database);
    expect(database.health.standing).toBe("well");
    valueOf(await createCustomer(local, { name: "Ana" }));
    await expect.poll(() => seen.at(-1)).toBe(1);
    stop();
  },
);

test("a bug in a query is no storage trouble: the screen is told", async () => {
  const local = await createTablet().open();
  const errors: unknown[] = [];
  const stop = watchQuery(
    local,
    () => Promise.reject(new TypeError("ours")),
    () => {},
    (error) => errors.push(error),
  );
  await expect.poll(() => errors).toEqual([new TypeError("ours")]);
  expect(local.database.health.standing).toBe("well");
  stop();
});

test("a connection that does not answer at all is replaced", async () => {
  const { database } = await createTablet().open();
  await probeStorage(database, () => new Promise(() => {}), 1);
  expect(database.health.connection).toBe(1);
});

test("a database that a newer version took over stays closed, and what was read stands", async () => {
  const tablet = createTablet();
  const local = await tablet.open();
  const { database } = local;
  valueOf(await createCustomer(local, { name: "Ana" }));
  const seen: number[] = [];
  const stop = watchQuery(
    local,
    () => countWaiting(local),
    (value) => seen.push(value),
    () => seen.push(-1),
  );
  await expect.poll(() => seen).toEqual([1]);
  await new Promise<void>((resolve) => {
    tablet.storage.indexedDB?.open(database.name, 990).addEventListener("success", () => resolve());
  });
  expect(database.health.standing).toBe("taken_over");
  await probeStorage(database);
  expect(await createCustomer(local, { name: "Ben" })).toMatchObject({ error: { code: "closed" } });
  expect(database.health.standing).toBe("taken_over");
  expect(seen).toEqual([1]);
  stop();
});

/** Deletes a database as a person does who clears the browser's data: whoever has it open is not asked. */
async function clearStorage({ storage }: TestTablet, { database }: Local): Promise<void> {
  database.close({ disableAutoOpen: false });
  await new Promise<void>((resolve, reject) => {
    const request = storage.indexedDB?.deleteDatabase(database.name);
    request?.addEventListener("success", () => resolve());
    request?.addEventListener("error", () => reject(new Error("not deleted")));
  });
}

test("records that are deleted under the open app are told as that, and nothing is written in their place", async () => {
  const tablet = createTablet();
  const local = await tablet.open();
  const { database } = local;
  const seen: number[] = [];
  const errors: unknown[] = [];
  const stop = watchQuery(
    local,
    () => countWaiting(local),
    (value) => seen.push(value),
    (error) => errors.push(error),
  );
  await expect.poll(() => seen).toEqual([0]);
  await clearStorage(tablet, local);
  expect(await createCustomer(local, { name: "Ana" })).toMatchObject({
    error: { code: "storage_failed" },
  });
  await expect.poll(() => database.health.standing).toBe("cleared");
  await probeStorage(database);
  expect(database.health.standing).toBe("cleared");
  expect([seen, errors]).toEqual([[0], []]);
  stop();

  const anew = await tablet.open();
  expect(anew.isNew).toBe(true);
  expect(await anew.database.outbox.count()).toBe(0);
});

test("another tab that deletes the database is no newer version of the app", async () => {
  const tablet = createTablet();
  const { database } = await tablet.open();
  tablet.storage.indexedDB?.deleteDatabase(database.name);
  await expect.poll(() => database.health.standing).toBe("cleared");
});
