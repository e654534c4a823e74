import { compare, type Exact, floor, rounded, sum } from "./exact.ts";

/** One line's part of a sum, not yet in whole cents. */
export interface Share {
  /** Breaks ties, so that the outcome does not depend on the order of the lines. */
  readonly id: string;
  readonly exact: Exact;
}

interface Lowered {
  readonly id: string;
  readonly cents: bigint;
  readonly lost: Exact;
  /** The first 60 binary digits of `lost`: settles almost every comparison without long products. */
  readonly lead: bigint;
}

function lower({ id, exact }: Share): Lowered {
  const cents = floor(exact);
  const lost = { n: exact.n - cents * exact.d, d: exact.d };
  return { id, cents, lost, lead: (lost.n << 60n) / lost.d };
}

function byMostLost(one: Lowered, other: Lowered): number {
  if (one.lead !== other.lead) return one.lead > other.lead ? -1 : 1;
  return compare(other.lost, one.lost) || (one.id < other.id ? -1 : 1);
}

/**
 * Rounds lines to whole cents that add up to their rounded sum (the largest-remainder rule): every line is
 * rounded down, then the cents still missing go to the lines that lost most, ties to the smaller id.
 *
 * The sum is rounded half away from zero. The result does not depend on the order of `shares`.
 *
 * @returns whole cents by id; ids must be distinct.
 */
export function apportion(shares: readonly Share[]): ReadonlyMap<string, bigint> {
  const lowered = shares.map(lower);
  const target = rounded(sum(shares.map((share) => share.exact)));
  const missing = Number(target - lowered.reduce((total, line) => total + line.cents, 0n));
  return new Map(
    lowered
      .toSorted(byMostLost)
      .map((line, index) => [line.id, index < missing ? line.cents + 1n : line.cents]),
  );
}
