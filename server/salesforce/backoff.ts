import { type RetryAdvice } from "./errors.ts";

interface Pace {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** How patiently to come back, by what went wrong. */
const paces: Readonly<Record<RetryAdvice, Pace>> = {
  soon: { firstMs: 1000, longestMs: 60_000 },
  later: { firstMs: 15_000, longestMs: 5 * 60_000 },
  // A rolling quota frees bit by bit, so a little is free again long before tomorrow.
  tomorrow: { firstMs: 15 * 60_000, longestMs: 60 * 60_000 },
  never: { firstMs: 5 * 60_000, longestMs: 30 * 60_000 },
};

/**
 * Exponential backoff with full jitter: anywhere between nothing and the whole delay, so that many servers
 * that lost Salesforce together do not come back together.
 *
 * @param attempt 1 after the first failure.
 * @param random between 0 and 1.
 * @returns milliseconds.
 */
export function backoffMs(advice: RetryAdvice, attempt: number, random: number): number {
  const { firstMs, longestMs } = paces[advice];
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(attempt - 1, 20));
  return Math.ceil(whole * random);
}
