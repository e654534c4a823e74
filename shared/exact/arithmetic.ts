import { bigDivisorOf, divisorOf, inLowestTerms } from "./divisor.ts";
import { type Big, type Exact, held, isSafe, isSmall, small } from "./fraction.ts";

/**
 * Products and sums of fractions of safe integers. Each is tried as it stands, which mostly fits; then with
 * what cancels taken out first; and only then in bigints.
 */

/** Longer bigints are left as they are: Euclid's algorithm on them costs more than shorter ones would save. */
const LONGEST_REDUCED = 2048;

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

/** n1/d1 × n2/d2 for safe integers, the `d` positive. */
export function product(n1: number, d1: number, n2: number, d2: number): Exact {
  const n = n1 * n2;
  const d = d1 * d2;
  return isSafe(n) && isSafe(d) ? small(n, d) : crosswiseProduct(n1, d1, n2, d2);
}

function crosswiseProduct(n1: number, d1: number, n2: number, d2: number): Exact {
  const out1 = divisorOf(n1, d2);
  const out2 = divisorOf(n2, d1);
  const [top1, bottom2] = [n1 / out1, d2 / out1];
  const [top2, bottom1] = [n2 / out2, d1 / out2];
  const n = top1 * top2;
  const d = bottom1 * bottom2;
  if (isSafe(n) && isSafe(d)) return small(n, d);
  // What is left in common can only be within each factor.
  const own1 = divisorOf(top1, bottom1);
  const own2 = divisorOf(top2, bottom2);
  return bigProduct(top1 / own1, bottom1 / own1, top2 / own2, bottom2 / own2);
}

/** Of factors that have nothing left in common. */
function bigProduct(n1: number, d1: number, n2: number, d2: number): Exact {
  const n = n1 * n2;
  const d = d1 * d2;
  if (isSafe(n) && isSafe(d)) return small(n, d);
  return held({ n: BigInt(n1) * BigInt(n2), d: BigInt(d1) * BigInt(d2) });
}

/** n1/d1 + n2/d2 for safe integers, the `d` positive. */
export function total(n1: number, d1: number, n2: number, d2: number): Exact {
  if (d1 === d2) {
    const n = n1 + n2;
    return isSafe(n) ? small(n, d1) : bigTotal(n1, d1, n2, d2);
  }
  const left = n1 * d2;
  const right = n2 * d1;
  const d = d1 * d2;
  const n = left + right;
  if (isSafe(left) && isSafe(right) && isSafe(n) && isSafe(d)) return small(n, d);
  return totalOverLeast(n1, d1, n2, d2);
}

/** Over the least common denominator. */
function totalOverLeast(n1: number, d1: number, n2: number, d2: number): Exact {
  const common = divisorOf(d1, d2);
  const rest1 = d1 / common;
  const left = n1 * (d2 / common);
  const right = n2 * rest1;
  const n = left + right;
  if (!isSafe(left) || !isSafe(right) || !isSafe(n)) return bigTotal(n1, d1, n2, d2);
  // Only a divisor of `common` can be left in both (Knuth, The Art of Computer Programming, 4.5.1).
  const out = divisorOf(n, common);
  const d = rest1 * (d2 / out);
  return isSafe(d) ? small(n / out, d) : bigTotal(n1, d1, n2, d2);
}

const bigTotal = (n1: number, d1: number, n2: number, d2: number): Exact =>
  fromBig(bigSum({ n: BigInt(n1), d: BigInt(d1) }, { n: BigInt(n2), d: BigInt(d2) }));

/** The sum over the least common denominator, or over any once that is very long. */
export function bigSum(one: Big, other: Big): Big {
  if (one.d === other.d) return { n: one.n + other.n, d: one.d };
  const d = one.d * other.d;
  if (isTooLong(d)) return { n: one.n * other.d + other.n * one.d, d };
  const common = bigDivisorOf(one.d, other.d);
  const rest = one.d / common;
  return { n: one.n * (other.d / common) + other.n * rest, d: rest * other.d };
}
