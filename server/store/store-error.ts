/** `away`: the database does not answer just now; whether a write under way was kept is not known. */
export type StoreErrorCode = "storage_full" | "in_use" | "newer_data" | "unusable" | "away";

/** A failure of the store that a person can do something about. Anything else is a bug and stays as it is. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const SQLITE_BUSY = 5;
const SQLITE_FULL = 13;
/** Read-only, an I/O error, a damaged file, one that cannot be opened, and one that is no database. */
const UNUSABLE_CODES: ReadonlySet<number | null> = new Set([8, 10, 11, 14, 26]);

/** The primary SQLite result code of an error (sqlite.org/rescode.html), or null for any other error. */
function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error) || !("errcode" in error)) return null;
  return typeof error.errcode === "number" ? error.errcode & 0xff : null;
}

export const isBusy = (error: unknown): boolean => sqliteCode(error) === SQLITE_BUSY;

export const isStorageFull = (error: unknown): boolean =>
  sqliteCode(error) === SQLITE_FULL ||
  (error instanceof Error && "code" in error && error.code === "ENOSPC");

export const isAway = (error: unknown): boolean =>
  error instanceof StoreError && error.code === "away";

/** Whether an error took the whole transaction with it, so that there is no savepoint left to go back to. */
export const endsTransaction = (error: unknown): boolean =>
  isStorageFull(error) ||
  (error instanceof StoreError && (error.code === "away" || error.code === "storage_full"));

/** Gives a full disk its name; passes every other error on. */
export const namedStoreError = (error: unknown): unknown =>
  isStorageFull(error)
    ? new StoreError("storage_full", "The server's disk is full; nothing was changed.", {
        cause: error,
      })
    : error;

/** Says of a database that does not open what a person can do about it; passes every other error on. */
export const namedOpenError = (error: unknown): unknown =>
  UNUSABLE_CODES.has(sqliteCode(error))
    ? new StoreError(
        "unusable",
        "Its paintbox.sqlite cannot be opened for writing, or is damaged. Nothing was changed.",
        { cause: error },
      )
    : namedStoreError(error);
