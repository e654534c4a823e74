import type { HealthyDatabase } from "./healthy-database.ts";
import { healing } from "./healing.ts";
import type { SaveResult } from "./save-result.ts";
import { isStorageError, saveErrorOf } from "./storage-errors.ts";

/** Tells the storage's own trouble as a reason; anything else that is thrown is a bug of ours. */
export async function saving<T>(
  database: HealthyDatabase,
  transaction: () => Promise<SaveResult<T>>,
): Promise<SaveResult<T>> {
  try {
    return await healing(database, transaction);
  } catch (error) {
    if (!isStorageError(error)) throw error;
    return { ok: false, error: saveErrorOf(database, error) };
  }
}
