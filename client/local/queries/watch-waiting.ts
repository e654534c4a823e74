import { watchQuery } from "../live-query.ts";
import type { Local } from "../local.ts";
import { countWaiting } from "./waiting.ts";

/**
 * Calls back with the number of waiting edits now and whenever the outbox changes, in any tab.
 *
 * @returns stops it.
 */
export const watchWaiting = (local: Local, listener: (waiting: number) => void): (() => void) =>
  watchQuery(
    local,
    () => countWaiting(local),
    listener,
    (error) => {
      throw error;
    },
  );
