import { rmSync } from "node:fs";
import { DatabaseSync, backup as copyPages } from "node:sqlite";
import { type Kysely, sql } from "kysely";
import { migrate } from "../store/migrations.ts";
import type { Database } from "../store/schema.ts";
import { openWriter } from "../store/sqlite-store.ts";
import { assertWhole } from "./assert-whole.ts";
import { BackupError } from "./backup-error.ts";
import { type BackupContent, readBackup, withDatabase } from "./backup-file.ts";

export interface Restored {
  readonly content: BackupContent;
  /** The epoch that begins: tablets see it, read everything anew and send what the backup does not hold. */
  readonly epoch: number;
  /** Where the data that was there before is kept; null when there was none, or in Postgres. */
  readonly keptAside: string | null;
}

export interface RestoreOptions {
  readonly now: number;
  /** In Postgres: whether to replace what is there. */
  readonly replace: boolean;
}

/**
 * A copy of a backup with the tables of this build, for the restore to work on. Jobs that were under way
 * are free again.
 */
export async function prepareCopy(file: string, copy: string): Promise<BackupContent> {
  readBackup(file);
  await copyDatabase(file, copy);
  assertWhole(copy);
  await bringUpToDate(copy, file);
  withDatabase(copy, (database) => database.exec("pragma journal_mode = delete"));
  return readBackup(copy);
}

/** @throws BackupError when the tables are not those that its migrations have made. */
async function bringUpToDate(copy: string, file: string): Promise<void> {
  const [db, sample] = [openWriter(copy), openWriter(":memory:")];
  try {
    await migrate(db);
    await migrate(sample);
    const found = new Set(await partsOf(db));
    const missing = (await partsOf(sample)).find((part) => !found.has(part));
    if (missing !== undefined) throw new Error(`${missing} is missing`);
    await db.updateTable("outbox").set({ leased_until: null }).execute();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new BackupError(
      `${file} is damaged: its tables are not whole (${why}). Nothing was changed; try another backup.`,
      { cause },
    );
  } finally {
    await Promise.all([db.destroy(), sample.destroy()]);
  }
}

/** What a store consists of: indexes, and the columns of its tables. */
async function partsOf(db: Kysely<Database>): Promise<readonly string[]> {
  const parts = await sql<{ part: string }>`
    select "table".name || '.' || "column".name as part
      from sqlite_master as "table", pragma_table_info("table".name) as "column"
      where "table".type = 'table'
    union select name from sqlite_master where type = 'index'`.execute(db);
  return parts.rows.map(({ part }) => part);
}

/** By SQLite and not byte by byte: with the log that may stand beside it, and as a file that can be written to. */
async function copyDatabase(file: string, copy: string): Promise<void> {
  const source = new DatabaseSync(file, { timeout: 5000 });
  try {
    await copyPages(source, copy);
  } finally {
    source.close();
  }
}

export function removeCopy(copy: string): void {
  for (const suffix of ["", "-journal", "-wal", "-shm"])
    rmSync(`${copy}${suffix}`, { force: true });
}

/** Above every epoch this data ever had, also above those of a live store that is damaged or gone. */
export const nextEpoch = (backup: number, live: number, now: number): number =>
  Math.max(backup + 1, live + 1, Math.floor(now / 1000));
