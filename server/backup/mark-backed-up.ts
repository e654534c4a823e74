import { LONG_STATEMENT_TIMEOUT_MS } from "../store/postgres-pool.ts";
import { inTurn, openPostgres } from "../store/postgres-store.ts";
import type { StoreLocation } from "../store/store.ts";
import type { BackupContent } from "./backup-file.ts";
import { withDatabase } from "./backup-file.ts";
import { liveFile } from "./copy-sqlite.ts";

/**
 * Tells the live store up to where a verified backup holds its log, so that tablets may forget what they
 * keep for a restore (R10). Only ever upwards, and only within one epoch: a store that was restored in the
 * meantime has another history.
 */
export async function markBackedUp(
  location: StoreLocation,
  { rev, epoch }: Pick<BackupContent, "rev" | "epoch">,
): Promise<void> {
  if ("directory" in location) {
    withDatabase(liveFile(location.directory), (database) => {
      database.exec("pragma synchronous = full");
      database
        .prepare(
          "update clock set backed_up_rev = ? where id = 1 and epoch = ? and backed_up_rev < ?",
        )
        .run(rev, epoch, rev);
    });
    return;
  }
  const db = openPostgres(location.databaseUrl, LONG_STATEMENT_TIMEOUT_MS);
  try {
    await inTurn(db, (tx) =>
      tx
        .updateTable("clock")
        .set({ backed_up_rev: rev })
        .where("id", "=", 1)
        .where("epoch", "=", epoch)
        .where("backed_up_rev", "<", rev)
        .execute(),
    );
  } finally {
    await db.destroy();
  }
}
