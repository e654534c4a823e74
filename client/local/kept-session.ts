import type { Session } from "../../shared/sync/wire.ts";
import type { PaintboxDatabase } from "./database.ts";

export const KEPT_SESSION = "session";

/**
 * A browser writes what `localStorage` is told to the disk some seconds later, or when it is closed in good order. A tablet
 * that dies right after a sign-in would ask for another one, which needs a signal. So the session also lies with the
 * person's records, where what is written is written.
 */
export interface KeptSession {
  readonly key: typeof KEPT_SESSION;
  readonly session: Session;
  /** Unix milliseconds: of several people on one tablet, the last one is here. */
  readonly at: number;
}

/** It stands beside what sync knows of this tablet. */
const sessions = (database: PaintboxDatabase) => database.table<KeptSession, string>("meta");

/** Resolves when it is on the disk; rejects when the records are closed or the disk is full. */
export async function keepSession(
  database: PaintboxDatabase,
  session: Session,
  now: () => number = Date.now,
): Promise<void> {
  await sessions(database).put({ key: KEPT_SESSION, session, at: now() });
}

/** Whoever signs out is asked for again. */
export const dropSession = (database: PaintboxDatabase): Promise<void> =>
  sessions(database).delete(KEPT_SESSION);
