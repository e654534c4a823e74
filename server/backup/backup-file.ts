import { closeSync, fsyncSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLOutputValue } from "node:sqlite";
import { migrationNames } from "../store/migrations.ts";
import { assertWhole } from "./assert-whole.ts";
import { BackupError } from "./backup-error.ts";
import { type BackupClock, readClock } from "./read-clock.ts";

/** A backup is one SQLite file with the server's tables, whichever store it was taken from. */
export interface BackupContent extends BackupClock {
  /** Rows by table. */
  readonly rows: ReadonlyMap<string, number>;
}

/**
 * Reads all of a backup: its length, every page, every index entry, its clock, and what it holds.
 *
 * @throws BackupError when it is not whole, no backup, or of a newer version.
 */
export function readBackup(file: string): BackupContent {
  try {
    assertWhole(file);
    return withDatabase(file, (database) => {
      const [check] = database.prepare("pragma integrity_check").all();
      if (check?.["integrity_check"] !== "ok")
        throw new BackupError(
          `${file} is damaged: ${String(check?.["integrity_check"])}. Nothing was changed; try another backup.`,
        );
      assertKnown(database, file);
      const clock = readClock(database, file);
      assertReadable(database, file);
      const rows = tableNames(database).map((name): [string, number] => [
        name,
        Number(database.prepare(`select count(*) as count from "${name}"`).get()?.["count"]),
      ]);
      return { ...clock, rows: new Map(rows) };
    });
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError(
      `${file} is not a backup of Paintbox, or is damaged. Nothing was changed; try another backup.`,
      { cause: error },
    );
  }
}

/** The tables whose rows are data; those that Kysely keeps for itself are made by the migrations. */
export const tableNames = (database: DatabaseSync): readonly string[] =>
  database
    .prepare("select name from sqlite_master where type = 'table' order by name")
    .all()
    .map((row) => String(row["name"]))
    .filter((name) => !/^(sqlite|kysely)_/.test(name));

/** The names of a table's columns, in their order. */
export const columnNames = (database: DatabaseSync, table: string): readonly string[] =>
  database
    .prepare(`select name from pragma_table_info(?) order by cid`)
    .all(table)
    .map((row) => String(row["name"]));

export type Row = Readonly<Record<string, SQLOutputValue>>;

export function withDatabase<T>(file: string, work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(file, { timeout: 5000 });
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** A backup has the migrations of some version up to this one: the first so many, none left out. */
function assertKnown(database: DatabaseSync, file: string): void {
  const known = [...migrationNames].toSorted();
  const names = database
    .prepare("select name from kysely_migration order by name")
    .all()
    .map((row) => String(row["name"]));
  if (names.some((name) => !migrationNames.has(name)))
    throw new BackupError(
      `${file} was written by a newer Paintbox; use that version, or a newer one. Nothing was changed.`,
    );
  if (names.length === 0 || names.some((name, index) => name !== known[index]))
    throw new BackupError(
      `${file} is damaged: it does not say of which version it is. Nothing was changed; try another backup.`,
    );
}

/** SQLite's check does not look into values; one record that is no JSON would end every pull of its company. */
function assertReadable(database: DatabaseSync, file: string): void {
  const broken = database
    .prepare(
      `select id from record where not json_valid(fields)
       union all select id from mutation where not json_valid(body) limit 1`,
    )
    .get();
  if (broken !== undefined)
    throw new BackupError(
      `${file} is damaged: ${String(broken["id"])} cannot be read. Nothing was changed; try another backup.`,
    );
}

/** Waits until a file, and its name in its folder, are on the disk. */
export function syncFile(file: string): void {
  for (const path of [file, dirname(file)]) {
    const handle = openSync(path, "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }
}
