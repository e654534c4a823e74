import type { Transaction } from "kysely";
import { prepared } from "../store/prepared.ts";
import type { Database } from "../store/schema.ts";

/** Where the server's history stands in this snapshot. */
export interface ClockRow {
  readonly rev: number;
  readonly epoch: number;
  readonly backedUpRev: number;
  /** Estimates that nobody has touched since lie dormant. */
  readonly horizon: number;
}

const clockRow = prepared((db) =>
  db
    .selectFrom("clock")
    .select(["rev", "epoch", "backed_up_rev", "horizon_rev"])
    .where("id", "=", 1),
);

export async function readClockRow(tx: Transaction<Database>): Promise<ClockRow> {
  const [row] = await clockRow(tx, {});
  if (row === undefined) throw new Error("The database has no clock.");
  return {
    rev: row.rev,
    epoch: row.epoch,
    backedUpRev: row.backed_up_rev,
    horizon: row.horizon_rev,
  };
}
