/** The first retry comes within a second: most losses on a job site are a wall between two bars. */
const FIRST_MS = 1_000;
/**
 * A server that was away without the browser noticing is found again within this time: half of it on average, which
 * from 500 waiting tablets is 50 small requests a second.
 */
const LONGEST_MS = 20_000;

/**
 * How long to wait before the next try, with full jitter: after an outage the tablets of all painters
 * come back spread over the whole span, not all in the same second.
 *
 * @param failures how often it failed in a row, from 1.
 * @param random a number from 0 up to 1.
 */
export const backoff = (failures: number, random: number): number =>
  random * Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
