import { DatabaseError } from "pg";
import { StoreError } from "./store-error.ts";

/**
 * SQLSTATE codes and classes (postgresql.org/docs/current/errcodes-appendix.html) of a server that ends or
 * refuses connections for now: connection exceptions, shut down or starting, too many connections, a
 * standby after a fail-over.
 */
const AWAY = /^(08...|57P0[1235]|53300|25006|25P03)$/;
/** Disk full. */
const FULL = "53100";
/** Not let in, no such database, not allowed. */
const UNUSABLE = /^(28...|3D000|42501)$/;

/** Whether the server answered and its connection still stands. */
export const isAnswer = (error: unknown): boolean =>
  error instanceof DatabaseError && !AWAY.test(error.code ?? "08000");

/** Gives a failure of Postgres its name among the store's errors; a bug of ours stays as it is. */
export function namedPostgresError(error: unknown): unknown {
  if (error instanceof StoreError) return error;
  const options = { cause: error };
  if (!isAnswer(error))
    return new StoreError("away", `The database does not answer: ${reasonOf(error)}.`, options);
  const code = (error instanceof DatabaseError && error.code) || "";
  if (code === FULL) return new StoreError("storage_full", "The database's disk is full.", options);
  if (UNUSABLE.test(code))
    return new StoreError("unusable", `The database refuses: ${reasonOf(error)}.`, options);
  return error;
}

/** What went wrong in a few words. Neither the driver nor Postgres repeats a password. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "no reason given";
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return error.message === "" ? code : error.message;
}
