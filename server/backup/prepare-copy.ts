import { rmSync } from "node:fs";
import { DatabaseSync, backup as copyPages } from "node:sqlite";
import { migrate } from "../store/migrations.ts";
import { openWriter } from "../store/sqlite-store.ts";
import { assertWhole } from "./assert-whole.ts";
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
  const db = openWriter(copy);
  try {
    await migrate(db);
    await db.updateTable("outbox").set({ leased_until: null }).execute();
  } finally {
    await db.destroy();
  }
  withDatabase(copy, (database) => database.exec("pragma journal_mode = delete"));
  return readBackup(copy);
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
