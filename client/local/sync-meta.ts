import type { PaintboxDatabase } from "./database.ts";
import type { SyncMeta, SyncProgress } from "./rows.ts";

/** A tablet that has not heard of the server yet. */
export const newProgress: SyncProgress = {
  ackSeq: 0,
  ackId: null,
  cursor: 0,
  epoch: null,
  horizon: null,
  backedUpRev: 0,
  removed: 0,
  removalInQuestion: null,
  removalAllowed: false,
};

/** Who this tablet is; written when the database is first opened. */
export async function readSyncMeta(database: PaintboxDatabase): Promise<SyncMeta> {
  const meta = await database.meta.get("sync");
  if (!meta) throw new Error("the database was not opened through openLocal");
  return meta;
}

/**
 * Gives a new database its identity, and leaves a known one as it is: that one has kept a write before. A private
 * window may open a database and refuse to keep anything in it, and that has to show before anybody types.
 *
 * @returns whether the database was new.
 */
export async function ensureSyncMeta(
  database: PaintboxDatabase,
  newId: () => string,
): Promise<boolean> {
  if (await database.meta.get("sync")) return false;
  return database.transaction("rw", database.meta, async () => {
    // Another tab may have been here meanwhile.
    if (await database.meta.get("sync")) return false;
    await database.meta.add({
      key: "sync",
      clientId: newId(),
      ...newProgress,
    });
    return true;
  });
}
