import { liveQuery } from "dexie";
import type { Local } from "../local.ts";
import { countWaiting } from "./waiting.ts";

/**
 * Calls back with the number of waiting edits now and whenever the outbox changes, in any tab.
 *
 * @returns stops it.
 */
export function watchWaiting(local: Local, listener: (waiting: number) => void): () => void {
  const subscription = liveQuery(() => countWaiting(local)).subscribe({
    next: listener,
    // The database was taken over by a newer version: nothing changes here any more.
    error: () => undefined,
  });
  return () => subscription.unsubscribe();
}
