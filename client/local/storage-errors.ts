import { Dexie } from "dexie";
import type { PaintboxDatabase } from "./database.ts";
import type { SaveError, SaveResult } from "./save-result.ts";

/** Reopening helps against a lost connection within the first tries or not at all. */
export const MAX_REOPENINGS = 3;

/** What kind of trouble the browser's storage is in; its own words differ from engine to engine. */
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
]);

export function storageTrouble(error: unknown): StorageTrouble {
  const names = namesOf(error);
  if (names.includes("QuotaExceededError")) return "full";
  if (names.includes(Dexie.errnames.DatabaseClosed)) return "taken_over";
  return names.some((name) => lostNames.has(name)) ? "lost" : "other";
}

export const messageOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

/** Anything else that is thrown is a bug of ours, and not for this module to swallow. */
export const isStorageError = (error: unknown): boolean =>
  error instanceof DOMException || error instanceof Dexie.DexieError;

function saveErrorOf(error: unknown): SaveError {
  switch (storageTrouble(error)) {
    case "full":
      return { code: "storage_full" };
    case "taken_over":
      return { code: "closed" };
    case "lost":
    case "other":
      return { code: "storage_failed", message: messageOf(error) };
  }
}

/**
 * Runs one transaction, and again on a fresh connection when the browser lost the old one. A transaction
 * that was lost was rolled back as a whole, so that running it again does its work once.
 */
export async function withReopening<T>(
  database: PaintboxDatabase,
  work: () => Promise<SaveResult<T>>,
): Promise<SaveResult<T>> {
  for (let reopenings = 0; ; reopenings += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isStorageError(error)) throw error;
      if (storageTrouble(error) !== "lost" || reopenings === MAX_REOPENINGS)
        return { ok: false, error: saveErrorOf(error) };
      database.close({ disableAutoOpen: false });
    }
  }
}
