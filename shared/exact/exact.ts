import { bigSum, fromBig, lowest, product, total } from "./arithmetic.ts";
import { inLowestTerms } from "./divisor.ts";
import {
  bigOf,
  type Exact,
  held,
  isSafe,
  isSmall,
  small,
  type Whole,
  wholeOf,
} from "./fraction.ts";
import { bigFloor } from "./split.ts";
import { sumOf } from "./sum-of.ts";

export type { Exact, Whole } from "./fraction.ts";

export const ZERO: Exact = small(0, 1);
export const ONE: Exact = small(1, 1);

const isSafeNumber = (whole: Whole): whole is number => Number.isSafeInteger(whole);

/** @throws RangeError when the value is not a whole number, or the denominator zero: a bug. */
export function exact(numerator: Whole, denominator: Whole = 1): Exact {
  if (isSafeNumber(numerator) && isSafeNumber(denominator) && denominator > 0) {
    return reduced(small(numerator, denominator));
  }
  const n = BigInt(numerator);
  const d = BigInt(denominator);
  if (d === 0n) throw new RangeError("division by zero");
  // Leaves are made once and computed with often: in lowest terms, what follows from them mostly fits.
  return reduced(fromBig(d < 0n ? { n: -n, d: -d } : { n, d }));
}

/** The same value in lowest terms. Costs a gcd: for what is kept or used often. */
export function reduced(value: Exact): Exact {
  if (!isSmall(value)) return held(inLowestTerms(bigOf(value)));
  return value.bottom === 1 ? value : lowest(value.top, value.bottom);
}

export function add(one: Exact, other: Exact): Exact {
  return isSmall(one) && isSmall(other)
    ? total(one.top, one.bottom, other.top, other.bottom)
    : fromBig(bigSum(bigOf(one), bigOf(other)));
}

/** The sum, in lowest terms unless those are very long: quicker than adding one by one, whatever the order. */
export const sum = (values: Iterable<Exact>): Exact => sumOf(values);

export function negated(value: Exact): Exact {
  if (isSmall(value)) return small(-value.top, value.bottom);
  const { n, d } = bigOf(value);
  return held({ n: -n, d });
}

export function subtract(one: Exact, other: Exact): Exact {
  return isSmall(one) && isSmall(other)
    ? total(one.top, one.bottom, -other.top, other.bottom)
    : add(one, negated(other));
}

export function multiply(one: Exact, other: Exact): Exact {
  if (isSmall(one) && isSmall(other)) {
    return product(one.top, one.bottom, other.top, other.bottom);
  }
  const [a, b] = [bigOf(one), bigOf(other)];
  return fromBig({ n: a.n * b.n, d: a.d * b.d });
}

/** @throws RangeError on division by zero: callers ask first. */
export function divide(one: Exact, other: Exact): Exact {
  if (isSmall(one) && isSmall(other) && other.top !== 0) {
    return other.top < 0
      ? product(-one.top, one.bottom, other.bottom, -other.top)
      : product(one.top, one.bottom, other.bottom, other.top);
  }
  const [a, b] = [bigOf(one), bigOf(other)];
  if (b.n === 0n) throw new RangeError("division by zero");
  return fromBig(b.n < 0n ? { n: -a.n * b.d, d: -a.d * b.n } : { n: a.n * b.d, d: a.d * b.n });
}

/** Negative, zero or positive as `one` is smaller than, equal to or greater than `other`. */
export function compare(one: Exact, other: Exact): number {
  if (isSmall(one) && isSmall(other)) {
    const left = one.top * other.bottom;
    const right = other.top * one.bottom;
    // Rounding may make different products equal, but never turns them round.
    if (left !== right) return left < right ? -1 : 1;
    if (isSafe(left)) return 0;
  }
  const [a, b] = [bigOf(one), bigOf(other)];
  const [left, right] = [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** -1, 0 or 1. */
export const sign = (value: Exact): number =>
  isSmall(value) ? Math.sign(value.top) : bigOf(value).n < 0n ? -1 : bigOf(value).n > 0n ? 1 : 0;

export const isZero = (value: Exact): boolean => sign(value) === 0;
export const isNegative = (value: Exact): boolean => sign(value) < 0;
export const absolute = (value: Exact): Exact => (isNegative(value) ? negated(value) : value);

export const isWhole = (value: Exact): boolean => compare(value, exact(floor(value))) === 0;

/**
 * A whole value as a number: cents, a count.
 *
 * @throws RangeError when it is not whole, or too large to be exact as a number: a bug.
 */
export function wholeNumber(value: Exact): number {
  const whole = floor(value);
  if (typeof whole === "number" && isWhole(value)) return whole;
  throw new RangeError("not a whole number within 2^53");
}

/** Of the value in lowest terms, with its sign: for printing. */
export const numerator = (value: Exact): bigint => bigOf(reduced(value)).n;

/** Of the value in lowest terms, positive: for printing. */
export const denominator = (value: Exact): bigint => bigOf(reduced(value)).d;

/** The next whole number down. */
export function floor(value: Exact): Whole {
  // A rounded quotient of safe integers has not passed a whole number (divisor.ts).
  if (isSmall(value)) return Math.floor(value.top / value.bottom);
  const { n, d } = bigOf(value);
  return wholeOf(bigFloor(n, d));
}

/** The next whole number up. */
export function ceiling(value: Exact): Whole {
  if (isSmall(value)) return Math.ceil(value.top / value.bottom) + 0;
  const { n, d } = bigOf(value);
  return wholeOf(-bigFloor(-n, d));
}

/** The nearest whole number, half away from zero: the only rounding of money there is. */
export function rounded(value: Exact): Whole {
  if (!isSmall(value)) {
    const { n, d } = bigOf(value);
    const size = bigFloor((n < 0n ? -n : n) * 2n + d, 2n * d);
    return wholeOf(n < 0n ? -size : size);
  }
  const { top, bottom } = value;
  const size = Math.abs(top);
  const down = Math.floor(size / bottom);
  const rest = size - down * bottom;
  const nearest = rest >= bottom - rest ? down + 1 : down;
  return top < 0 ? 0 - nearest : nearest;
}
