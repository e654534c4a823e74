import { Dexie } from "dexie";
import type { HealthyDatabase } from "./healthy-database.ts";
import type { SaveError } from "./save-result.ts";

/**
 * What kind of trouble the browser's storage is in; its own words differ from engine to engine.
 *
 * - `lost`: the connection is gone, or a transaction was given up in its commit. A fresh connection helps.
 * - `taken_over`: closed for good, by a newer version of the app in another tab or by ourselves.
 */
export type StorageTrouble = "full" | "taken_over" | "lost" | "other";

/** The error behind an error: Dexie wraps the browser's own and keeps it in `inner`. */
function namesOf(error: unknown): readonly string[] {
  const names: string[] = [];
  let current: unknown = error;
  while (current instanceof Error || current instanceof DOMException) {
    names.push(current.name);
    current = "inner" in current ? current.inner : undefined;
  }
  return names;
}

const lostNames: ReadonlySet<string> = new Set([
  // Chromium's "Internal error opening backing store", WebKit's "Connection to Indexed Database server
  // lost": 45 % of the storage errors one large PWA counted in a month.
  "UnknownError",
  "InvalidStateError",
  // A commit that fails aborts its transaction, and says no more than that.
  "AbortError",
  "TimeoutError",
  Dexie.errnames.DatabaseClosed,
]);

export function storageTrouble(
  { isPutAway }: Pick<HealthyDatabase, "isPutAway">,
  error: unknown,
): StorageTrouble {
  const names = namesOf(error);
  if (names.includes("QuotaExceededError")) return "full";
  if (isPutAway && names.includes(Dexie.errnames.DatabaseClosed)) return "taken_over";
  return names.some((name) => lostNames.has(name)) ? "lost" : "other";
}

export const messageOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

/** Anything else that is thrown is a bug of ours, and not for this module to swallow. */
export const isStorageError = (error: unknown): boolean =>
  error instanceof DOMException || error instanceof Dexie.DexieError;

/** The same as the reason why something was not saved. */
export function storageCodeOf(
  database: HealthyDatabase,
  error: unknown,
): "storage_full" | "closed" | "storage_failed" {
  switch (storageTrouble(database, error)) {
    case "full":
      return "storage_full";
    case "taken_over":
      // No newer version is to be looked for where the records were deleted.
      return database.health.standing === "cleared" ? "storage_failed" : "closed";
    case "lost":
    case "other":
      return "storage_failed";
  }
}

export function saveErrorOf(database: HealthyDatabase, error: unknown): SaveError {
  const code = storageCodeOf(database, error);
  return code === "storage_failed" ? { code, message: messageOf(error) } : { code };
}
