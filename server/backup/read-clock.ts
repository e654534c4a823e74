import type { DatabaseSync } from "node:sqlite";
import { BackupError } from "./backup-error.ts";

/** Where the history of a backup stands. */
export interface BackupClock {
  readonly rev: number;
  readonly epoch: number;
}

/**
 * Reads the clock of a backup, by which tablets will know what they have: one row of counters, of which none is behind
 * what is in the tables. A clock that is would give a revision twice, and tablets would miss the second.
 *
 * @throws BackupError when it is not that.
 */
export function readClock(database: DatabaseSync, file: string): BackupClock {
  const fault = (what: string): BackupError =>
    new BackupError(
      `${file} is damaged: its clock ${what}. Nothing was changed; try another backup.`,
    );
  const rows = database.prepare("select * from clock").all();
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw fault(`has ${rows.length} rows`);
  for (const [column, value] of Object.entries(row))
    if (!Number.isSafeInteger(value) || Number(value) < 0) throw fault(`has no ${column}`);
  const { id, rev, epoch } = row;
  if (id !== 1 || epoch === 0) throw fault("is not the one a server writes");
  const [latest] = database
    .prepare(
      "select max(rev) as rev from (select rev from record union all select rev from mutation)",
    )
    .all();
  if (Number(rev) < Number(latest?.["rev"] ?? 0)) throw fault("is behind its records");
  return { rev: Number(rev), epoch: Number(epoch) };
}
