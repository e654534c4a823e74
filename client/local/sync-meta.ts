import type { PaintboxDatabase } from "./database.ts";
import type { SyncMeta } from "./rows.ts";

/** Who this tablet is; written when the database is first opened. */
export async function readSyncMeta(database: PaintboxDatabase): Promise<SyncMeta> {
  const meta = await database.meta.get("sync");
  if (!meta) throw new Error("the database was not opened through openLocal");
  return meta;
}

/**
 * Gives a new database its identity, and leaves a known one as it is. Either way it writes: a private window may
 * open a database and refuse to keep anything in it, and that has to show before anybody types.
 */
export const ensureSyncMeta = (database: PaintboxDatabase, newId: () => string): Promise<void> =>
  database.transaction("rw", database.meta, async () => {
    const known = await database.meta.get("sync");
    await database.meta.put(
      known ?? { key: "sync", clientId: newId(), ackSeq: 0, ackId: null, cursor: 0, epoch: null },
    );
  });
