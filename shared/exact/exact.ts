/**
 * An exact fraction. Every quantity, rate and amount is one until it is rounded at a named point, so that
 * no order of adding and no binary fraction can move a cent. `d` is always positive; not always reduced.
 */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Exact = { n: 0n, d: 1n };
export const ONE: Exact = { n: 1n, d: 1n };

/** @throws RangeError when the value is not a whole number, or the denominator zero: a bug. */
export function exact(numerator: number | bigint, denominator: number | bigint = 1n): Exact {
  const n = BigInt(numerator);
  const d = BigInt(denominator);
  if (d === 0n) throw new RangeError("division by zero");
  return d < 0n ? { n: -n, d: -d } : { n, d };
}

function greatestDivisor(one: bigint, other: bigint): bigint {
  let a = one < 0n ? -one : one;
  let b = other;
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** The same value in lowest terms. Costs a gcd: done where fractions would otherwise grow, not everywhere. */
export function reduced(value: Exact): Exact {
  if (value.d === 1n) return value;
  const divisor = greatestDivisor(value.n, value.d);
  return divisor === 1n ? value : { n: value.n / divisor, d: value.d / divisor };
}

export function add(one: Exact, other: Exact): Exact {
  if (one.d === other.d) return { n: one.n + other.n, d: one.d };
  return { n: one.n * other.d + other.n * one.d, d: one.d * other.d };
}

/** The sum in lowest terms. Adds within each denominator first: 200 lines share a handful of them. */
export function sum(values: Iterable<Exact>): Exact {
  const numerators = new Map<bigint, bigint>();
  for (const { n, d } of values) numerators.set(d, (numerators.get(d) ?? 0n) + n);
  let total = ZERO;
  for (const [d, n] of numerators) total = reduced(add(total, { n, d }));
  return total;
}

export const subtract = (one: Exact, other: Exact): Exact => add(one, { n: -other.n, d: other.d });

export const multiply = (one: Exact, other: Exact): Exact => ({
  n: one.n * other.n,
  d: one.d * other.d,
});

/** @throws RangeError on division by zero: callers ask first. */
export const divide = (one: Exact, other: Exact): Exact => exact(one.n * other.d, one.d * other.n);

/** Negative, zero or positive as `one` is smaller than, equal to or greater than `other`. */
export function compare(one: Exact, other: Exact): number {
  const difference = one.n * other.d - other.n * one.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const isZero = (value: Exact): boolean => value.n === 0n;

/** The next whole number down. */
export function floor({ n, d }: Exact): bigint {
  const quotient = n / d;
  return n < 0n && quotient * d !== n ? quotient - 1n : quotient;
}

/** The next whole number up. */
export const ceiling = (value: Exact): bigint => -floor({ n: -value.n, d: value.d });

/** The nearest whole number, half away from zero: the only rounding of money there is. */
export function rounded({ n, d }: Exact): bigint {
  const size = ((n < 0n ? -n : n) * 2n + d) / (2n * d);
  return n < 0n ? -size : size;
}
