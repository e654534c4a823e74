import { compare, type Exact, exact, floor, rounded, subtract, sum, wholeNumber } from "./exact.ts";
import { type Whole, wholeOf } from "./fraction.ts";

/** One line's part of a sum, not yet in whole cents. */
export interface Share {
  /** Breaks ties, so that the outcome does not depend on the order of the lines. */
  readonly id: string;
  readonly exact: Exact;
}

interface Lowered {
  readonly id: string;
  readonly cents: Whole;
  readonly lost: Exact;
}

function lower({ id, exact: value }: Share): Lowered {
  const cents = floor(value);
  return { id, cents, lost: subtract(value, exact(cents)) };
}

const byMostLost = (one: Lowered, other: Lowered): number =>
  compare(other.lost, one.lost) || (one.id < other.id ? -1 : 1);

const oneMore = (cents: Whole): Whole =>
  typeof cents === "number" && cents < Number.MAX_SAFE_INTEGER
    ? cents + 1
    : wholeOf(BigInt(cents) + 1n);

/**
 * Rounds lines to whole cents that add up to their rounded sum (the largest-remainder rule): every line is
 * rounded down, then the cents still missing go to the lines that lost most, ties to the smaller id.
 *
 * The sum is rounded half away from zero. The result does not depend on the order of `shares`.
 *
 * @returns whole cents by id; ids must be distinct.
 */
export function apportion(shares: readonly Share[]): ReadonlyMap<string, Whole> {
  const lowered = shares.map(lower);
  const target = exact(rounded(sum(shares.map((share) => share.exact))));
  const missing = wholeNumber(subtract(target, sum(lowered.map(({ cents }) => exact(cents)))));
  return new Map(
    lowered
      .toSorted(byMostLost)
      .map(({ id, cents }, index) => [id, index < missing ? oneMore(cents) : cents]),
  );
}
