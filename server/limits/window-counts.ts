import type { Clock } from "../clock.ts";

/** Every limit is one of a minute: long enough to let a burst through, short enough to be waited for. */
export const WINDOW_MS = 60_000;
/**
 * Keys that are told apart in one window, some 6 MB of them. Whoever has more addresses than that shares one allowance
 * with all other newcomers: an attack with many addresses costs them, and not our memory.
 */
const MAX_KEYS = 50_000;
const NEWCOMERS = "\0newcomers";

export interface Verdict {
  readonly isWithin: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Until the window ends. */
  readonly resetMs: number;
}

/** Counts by key in windows that begin on the full minute, for all keys together. */
export interface WindowCounts {
  count(key: string, limit: number): Verdict;
}

export function createWindowCounts(clock: Clock, maxKeys: number = MAX_KEYS): WindowCounts {
  const counts = new Map<string, number>();
  let window = 0;
  return {
    count(key, limit) {
      const now = clock.now();
      const current = Math.floor(now / WINDOW_MS);
      if (current !== window) counts.clear();
      window = current;
      const own = counts.size < maxKeys || counts.has(key) ? key : NEWCOMERS;
      const count = (counts.get(own) ?? 0) + 1;
      counts.set(own, count);
      return {
        isWithin: count <= limit,
        limit,
        remaining: Math.max(0, limit - count),
        resetMs: (current + 1) * WINDOW_MS - now,
      };
    },
  };
}
