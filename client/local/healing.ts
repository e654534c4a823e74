import type { PaintboxDatabase } from "./database.ts";
import type { HealthyDatabase } from "./healthy-database.ts";
import { isStorageError, storageTrouble } from "./storage-errors.ts";

/** Reopening helps against a lost connection within the first tries or not at all. */
export const MAX_REOPENINGS = 3;
/** A connection that is well answers a read of one row in milliseconds, on the slowest tablet too. */
export const PROBE_PATIENCE_MS = 3_000;

/** Drops the connection that failed, so that the next use opens another; a handle that failed once never recovers. */
export function dropConnection(database: HealthyDatabase, connection: number): void {
  if (connection === database.health.connection && !database.isPutAway)
    database.close({ disableAutoOpen: false });
}

/**
 * Runs work on the database, and again on a fresh connection when the browser lost the old one, three times in a
 * row at the most. A transaction that was lost was rolled back as a whole, so that running it again does its work once.
 *
 * @throws what the work threw, when a fresh connection does not help against it.
 */
export async function healing<T>(database: HealthyDatabase, work: () => Promise<T>): Promise<T> {
  const { health } = database;
  for (let reopenings = 0; ; reopenings += 1) {
    const { connection } = health;
    try {
      const value = await work();
      health.change("well");
      return value;
    } catch (error) {
      if (!isStorageError(error) || storageTrouble(database, error) !== "lost") throw error;
      if (reopenings === MAX_REOPENINGS) {
        health.change("lost");
        throw error;
      }
      dropConnection(database, connection);
    }
  }
}

/**
 * Reads one row, so that a connection that died while the app was in the background is replaced before everything
 * asks it at once. A read that never ends counts as a lost connection as well. Never throws: `health` says how it went.
 */
export async function probeStorage(
  database: PaintboxDatabase,
  read: () => Promise<unknown> = () => database.meta.get("sync"),
  patience = PROBE_PATIENCE_MS,
): Promise<void> {
  const { connection } = database.health;
  const answered = healing(database, read).then(
    () => true,
    () => true,
  );
  if (await Promise.race([answered, after(patience)])) return;
  dropConnection(database, connection);
}

const after = (milliseconds: number): Promise<false> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(false), milliseconds);
  });
