import { bigDivisorOf, divisorOf, inLowestTerms } from "./divisor.ts";
import { type Big, type Exact, held, isSafe, isSmall, small } from "./fraction.ts";

/**
 * Products and sums of fractions of safe integers. Each is tried as it stands, which mostly fits; then with what
 * cancels taken out; and only then in bigints. In what follows, all are safe integers and the `d` positive.
 */

/** A denominator up to here is left as it stands, common divisors and all: two such still have a safe product. */
const UNREDUCED = 2 ** 26;

/** Longer bigints are left as they are: Euclid's algorithm on them costs more than shorter ones would save. */
const LONGEST_REDUCED = 512;

const isTooLong = (whole: bigint): boolean => BigInt.asUintN(LONGEST_REDUCED, whole) !== whole;

/** The fraction of two bigints, as numbers if it can be held so. */
export function fromBig(value: Big): Exact {
  const asItStands = held(value);
  if (isSmall(asItStands) || isTooLong(value.d)) return asItStands;
  return held(inLowestTerms(value));
}

export function lowest(top: number, bottom: number): Exact {
  const divisor = divisorOf(top, bottom);
  return small(top / divisor, bottom / divisor);
}

/** n1/d1 × n2/d2. */
export function product(n1: number, d1: number, n2: number, d2: number): Exact {
  const n = n1 * n2;
  const d = d1 * d2;
  return isSafe(n) && d <= UNREDUCED ? small(n, d) : crosswiseProduct(n1, d1, n2, d2);
}

function crosswiseProduct(n1: number, d1: number, n2: number, d2: number): Exact {
  const out1 = divisorOf(n1, d2);
  const out2 = divisorOf(n2, d1);
  const top1 = n1 / out1;
  const top2 = n2 / out2;
  const bottom1 = d1 / out2;
  const bottom2 = d2 / out1;
  const n = top1 * top2;
  const d = bottom1 * bottom2;
  if (isSafe(n) && isSafe(d)) return small(n, d);
  // What can still be cancelled is within each factor.
  const own1 = divisorOf(top1, bottom1);
  const own2 = divisorOf(top2, bottom2);
  return lowestProduct(top1 / own1, bottom1 / own1, top2 / own2, bottom2 / own2);
}

/** Of factors that have nothing left to cancel. */
function lowestProduct(n1: number, d1: number, n2: number, d2: number): Exact {
  const n = n1 * n2;
  const d = d1 * d2;
  if (isSafe(n) && isSafe(d)) return small(n, d);
  return held({ n: BigInt(n1) * BigInt(n2), d: BigInt(d1) * BigInt(d2) });
}

/** n1/d1 + n2/d2. */
export function total(n1: number, d1: number, n2: number, d2: number): Exact {
  if (d1 === d2) {
    const n = n1 + n2;
    if (isSafe(n)) return small(n, d1);
  }
  const left = n1 * d2;
  const right = n2 * d1;
  const n = left + right;
  const d = d1 * d2;
  if (d <= UNREDUCED && isSafe(left) && isSafe(right) && isSafe(n)) return small(n, d);
  const common = divisorOf(d1, d2);
  return leastTotal(n1, d1, n2, d2, common) ?? lowestTotal(n1, d1, n2, d2, common);
}

/** Over the least common denominator, d1 × d2 / `common`; null when that is not safe. */
function leastTotal(n1: number, d1: number, n2: number, d2: number, common: number): Exact | null {
  const rest1 = d1 / common;
  const left = n1 * (d2 / common);
  const right = n2 * rest1;
  const n = left + right;
  if (!isSafe(left) || !isSafe(right) || !isSafe(n)) return null;
  // If n1/d1 and n2/d2 are in lowest terms, only a divisor of `common` can be in both n and the denominator
  // (Knuth, The Art of Computer Programming, 4.5.1).
  const out = divisorOf(n, common);
  const d = rest1 * (d2 / out);
  return isSafe(d) ? small(n / out, d) : null;
}

/** What did not fit as it stands: from terms in lowest terms, and at last in bigints. */
function lowestTotal(n1: number, d1: number, n2: number, d2: number, common: number): Exact {
  const own1 = divisorOf(n1, d1);
  const own2 = divisorOf(n2, d2);
  if (own1 === 1 && own2 === 1) return bigTotal(n1, d1, n2, d2, common);
  const [top1, bottom1, top2, bottom2] = [n1 / own1, d1 / own1, n2 / own2, d2 / own2];
  const shared = divisorOf(bottom1, bottom2);
  return (
    leastTotal(top1, bottom1, top2, bottom2, shared) ??
    bigTotal(top1, bottom1, top2, bottom2, shared)
  );
}

/** Of terms in lowest terms: so that numbers are enough to find what the sum can be divided by. */
function bigTotal(n1: number, d1: number, n2: number, d2: number, common: number): Exact {
  const rest1 = d1 / common;
  const n = BigInt(n1) * BigInt(d2 / common) + BigInt(n2) * BigInt(rest1);
  const out = divisorOf(Number(n % BigInt(common)), common);
  return held({ n: n / BigInt(out), d: BigInt(rest1) * BigInt(d2 / out) });
}

/** The sum of two fractions of bigints over their least common denominator, or over any once that is very long. */
export function bigSum(one: Big, other: Big): Big {
  if (one.d === other.d) return { n: one.n + other.n, d: one.d };
  const d = one.d * other.d;
  if (isTooLong(d)) return { n: one.n * other.d + other.n * one.d, d };
  const common = bigDivisorOf(one.d, other.d);
  const rest = one.d / common;
  return { n: one.n * (other.d / common) + other.n * rest, d: rest * other.d };
}
