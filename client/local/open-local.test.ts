import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { expect, test } from "vitest";
import { createCustomer } from "./actions/create-customer.ts";
import { databaseName } from "./database.ts";
import { openLocal } from "./open-local.ts";
import { readSyncMeta } from "./sync-meta.ts";
import { createTablet } from "./testing/test-local.ts";

const who = { companyId: "co", userId: "u1", IDBKeyRange };

/** A factory whose first connections fail the way a browser's do. */
class FailingFactory extends IDBFactory {
  attempts = 0;
  readonly #failures: number;
  readonly #name: string;

  constructor(failures: number, name: string) {
    super();
    this.#failures = failures;
    this.#name = name;
  }

  override open(...parameters: Parameters<IDBFactory["open"]>) {
    this.attempts += 1;
    if (this.attempts <= this.#failures) throw new DOMException("it broke", this.#name);
    return super.open(...parameters);
  }
}

test("a tablet keeps its identity from one start to the next", async () => {
  const tablet = createTablet();
  const first = await readSyncMeta((await tablet.open()).database);
  expect(await readSyncMeta((await tablet.open()).database)).toEqual(first);
});

test("a connection the browser loses while opening is opened afresh", async () => {
  const indexedDB = new FailingFactory(2, "UnknownError");
  expect(await openLocal({ ...who, indexedDB })).toMatchObject({ ok: true });
});

test("and given up after some tries, with a reason", async () => {
  const indexedDB = new FailingFactory(Infinity, "UnknownError");
  expect(await openLocal({ ...who, indexedDB })).toMatchObject({ error: { code: "broken" } });
  expect(indexedDB.attempts).toBeLessThan(30);
});

test.each([
  ["QuotaExceededError", "storage_full"],
  ["SecurityError", "not_kept"],
  ["VersionError", "newer_version"],
])("%s is told as %s", async (name, code) => {
  const indexedDB = new FailingFactory(Infinity, name);
  expect(await openLocal({ ...who, indexedDB })).toMatchObject({ ok: false, error: { code } });
});

test("another tab that keeps an older database open is told, not waited for", async () => {
  const indexedDB = new IDBFactory();
  const holder = await new Promise<IDBDatabase>((resolve, reject) => {
    // Dexie's versions are ten times ours: 1 is older than any of them.
    const request = indexedDB.open(databaseName("co", "u1"), 1);
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(new Error("the holder does not open")));
  });
  const opened = await openLocal({ ...who, indexedDB, blockedAfter: 1 });
  expect(opened).toMatchObject({ ok: false, error: { code: "blocked" } });
  holder.close();
  // Nobody has to try again: it goes on as soon as the other tab is gone.
  const goesOn = opened.ok || opened.error.code !== "blocked" ? null : opened.error.unblocked;
  expect(await goesOn).toMatchObject({ ok: true, value: { isNew: true } });
});

test("an older tab lets a newer version upgrade, and says so to whoever edits there", async () => {
  const tablet = createTablet();
  const local = await tablet.open();
  const { promise, resolve } = Promise.withResolvers<void>();
  const request = tablet.storage.indexedDB?.open(databaseName("co", "u1"), 990);
  request?.addEventListener("success", () => resolve());
  await promise;
  expect(await createCustomer(local, { name: "Ana" })).toEqual({
    ok: false,
    error: { code: "closed" },
  });
});
