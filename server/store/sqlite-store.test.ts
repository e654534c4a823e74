import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sql, type Transaction } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "./schema.ts";
import { openStore, type Store } from "./store.ts";

let directory: string;
let store: Store;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "paintbox-store-"));
  store = await openStore({ directory });
});
afterEach(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

const note =
  (name: string, value = "") =>
  (tx: Transaction<Database>) =>
    tx.insertInto("checkpoint").values({ company_id: "c", name, value }).execute();

const names = async (): Promise<string[]> => {
  const rows = await store.db.selectFrom("checkpoint").select("name").orderBy("name").execute();
  return rows.map((row) => row.name);
};

test("commits to a log that is flushed to the disk, in pages that fit the documents", async () => {
  await store.write(async (tx) => {
    const { rows: mode } = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(tx);
    const { rows: sync } = await sql<{ synchronous: number }>`pragma synchronous`.execute(tx);
    const { rows: page } = await sql<{ page_size: number }>`pragma page_size`.execute(tx);
    expect(mode[0]?.journal_mode).toBe("wal");
    expect(sync[0]?.synchronous).toBe(2);
    expect(page[0]?.page_size).toBe(8192);
  });
});

test("the writes of one turn share one transaction", async () => {
  const watcher = new DatabaseSync(join(directory, "paintbox.sqlite"));
  const commits = (): unknown => watcher.prepare("pragma data_version").get()?.["data_version"];
  const seen = new Set([commits()]);
  const writes = Array.from({ length: 20 }, (_, index) =>
    store.write(note(`n${index}`)).then(() => seen.add(commits())),
  );
  await Promise.all(writes);
  watcher.close();
  expect(seen.size).toBe(2);
});

test("a full disk fails by its name, changes nothing, and the store lives on", async () => {
  await store.write(async (tx) => {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(tx);
    const limit = (rows[0]?.page_count ?? 0) + 4;
    await sql.raw(`pragma max_page_count = ${limit}`).execute(tx);
  });
  const large = store.write(note("large", "x".repeat(100_000)));
  await expect(large).rejects.toMatchObject({ name: "StoreError", code: "storage_full" });
  expect(await names()).toEqual([]);
  await store.write(note("small"));
  expect(await names()).toEqual(["small"]);
});

test("a second server on the same directory is turned away, and let in afterwards", async () => {
  await expect(openStore({ directory })).rejects.toMatchObject({ code: "in_use" });
  await store.write(note("kept"));
  await store.close();
  store = await openStore({ directory });
  expect(await names()).toEqual(["kept"]);
});

test("a directory that cannot be made is said to be unusable", async () => {
  const inTheWay = join(directory, "paintbox.sqlite", "below-a-file");
  await expect(openStore({ directory: inTheWay })).rejects.toMatchObject({ code: "unusable" });
});

test("a file that is no database, or cannot be opened, is said to be unusable and left alone", async () => {
  const file = join(directory, "paintbox.sqlite");
  await store.close();
  for (const spoil of [() => writeFileSync(file, "not a database ".repeat(1000)), asFolder]) {
    rmSync(file, { recursive: true });
    spoil();
    await expect(openStore({ directory })).rejects.toMatchObject({ code: "unusable" });
    expect(existsSync(file)).toBe(true);
  }
  rmSync(file, { recursive: true });
  store = await openStore({ directory });

  function asFolder(): void {
    mkdirSync(file);
  }
});
