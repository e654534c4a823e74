import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import { WorkerDatabase } from "./database.ts";
import { factsIn } from "./facts.ts";
import { type Entry, entryKey, ledgerIn } from "./ledger.ts";

const entry = (url: string, bytes: number): Entry => ({
  key: entryKey("images", url),
  area: "images",
  url,
  bytes,
  usedAt: 1,
});

test("what is taken away and put is there for the next worker, with its facts", async () => {
  const factory = new IDBFactory();
  const first = new WorkerDatabase(factory);
  await ledgerIn(first).change({ put: [entry("a", 1), entry("b", 2)] });
  await ledgerIn(first).change({
    remove: [entry("a", 1).key, entry("b", 2).key],
    put: [entry("b", 3)],
  });
  await factsIn(first).note({ name: "who", who: "erin" });
  first.close();
  const next = new WorkerDatabase(factory);
  expect(await ledgerIn(next).entries()).toEqual([entry("b", 3)]);
  expect(await factsIn(next).read("who")).toEqual({ name: "who", who: "erin" });
  await next.forget();
  expect(await factory.databases()).toEqual([]);
});

test("a change that fails halfway has not happened", async () => {
  const ledger = ledgerIn(new WorkerDatabase(new IDBFactory()));
  await ledger.change({ put: [entry("a", 1)] });
  // As no entry is, but as an entry that is wrong might be: functions cannot be stored.
  const unstorable = Object.assign(entry("b", 2), { toString: () => "" });
  await expect(ledger.change({ remove: [entry("a", 1).key], put: [unstorable] })).rejects.toThrow(
    "could not be cloned",
  );
  expect(await ledger.entries()).toEqual([entry("a", 1)]);
});

test("a database that is deleted under a worker is opened again, and that shows", async () => {
  const factory = new IDBFactory();
  const ledger = ledgerIn(new WorkerDatabase(factory));
  await ledger.change({ put: [entry("a", 1)] });
  const before = await ledger.opening();
  expect(await ledger.opening()).toBe(before);
  await new Promise<void>((resolve, reject) => {
    const request = factory.deleteDatabase("service-worker");
    request.addEventListener("success", () => resolve());
    request.addEventListener("error", () => reject(request.error ?? new Error("kept")));
  });
  expect(await ledger.entries()).toEqual([]);
  expect(await ledger.opening()).not.toBe(before);
});
