import { compare, type Exact, exact, wholeNumber } from "../exact/exact.ts";

const MOST = exact(Number.MAX_SAFE_INTEGER);
const LEAST = exact(-Number.MAX_SAFE_INTEGER);

/**
 * Whole cents as a number. Amounts that no number holds exactly, ninety million million dollars, stop there: an
 * option with such a total has a blocking problem, and its figures only have to be absurd.
 */
export function centsOf(value: Exact): number {
  if (compare(value, MOST) > 0) return Number.MAX_SAFE_INTEGER;
  return compare(value, LEAST) < 0 ? -Number.MAX_SAFE_INTEGER : wholeNumber(value);
}
