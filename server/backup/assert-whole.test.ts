import { copyFileSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { assertWhole } from "./assert-whole.ts";
import { withDatabase } from "./backup-file.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "paintbox-whole-"));
  file = join(folder, "one.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([512, 4096, 65_536])("a file of pages of %i bytes is as long as it says", (pageSize) => {
  withDatabase(file, (database) =>
    database.exec(`pragma page_size = ${pageSize}; create table one (a); create table two (b)`),
  );
  expect(() => assertWhole(file)).not.toThrow();
  const { size } = statSync(file);
  for (const bytes of [size - 1, size - pageSize, size + 1]) {
    const copy = join(folder, `${bytes}.sqlite`);
    copyFileSync(file, copy);
    truncateSync(copy, bytes);
    expect(() => assertWhole(copy)).toThrow(`with ${bytes} bytes of ${size}`);
  }
});

test("a file with its log beside it is judged when the log is in it", () => {
  const database = new DatabaseSync(file);
  database.exec("pragma journal_mode = wal; create table one (a)");
  database.exec("pragma wal_checkpoint; create table two (b)");
  truncateSync(file, statSync(file).size + 1);
  expect(() => assertWhole(file)).not.toThrow();
  database.close();
  writeFileSync(`${file}-wal`, "");
  truncateSync(file, statSync(file).size + 1);
  expect(() => assertWhole(file)).toThrow("longer than it was");
});

test("what is no database is left to whoever opens it", () => {
  writeFileSync(file, "short");
  expect(() => assertWhole(file)).not.toThrow();
});
