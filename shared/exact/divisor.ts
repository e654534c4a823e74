import type { Big } from "./fraction.ts";

const LONGEST_INTEGER = 2 ** 31 - 1;

/** The same of numbers that processors divide as integers, in half the time. */
function shortDivisorOf(one: number, other: number): number {
  let a = one | 0;
  let b = other | 0;
  while (b !== 0) {
    const rest = (a % b) | 0;
    a = b;
    b = rest;
  }
  return a;
}

/**
 * The greatest common divisor of safe integers, not both zero.
 *
 * `b * Math.floor(a / b)` is exact, and much quicker than `%`: a quotient of safe integers is never rounded to
 * or past a whole number k that it is not, for then `a - k * b`, a whole number, would be smaller than
 * `a * 2^-53` and thus than 1.
 */
export function divisorOf(one: number, other: number): number {
  let a = Math.abs(one);
  let b = Math.abs(other);
  while (b !== 0) {
    if (a <= LONGEST_INTEGER && b <= LONGEST_INTEGER) return shortDivisorOf(a, b);
    const rest = a - b * Math.floor(a / b);
    a = b;
    b = rest;
  }
  return a;
}

const SAFE_BITS = 53;
const isShort = (value: bigint): boolean => BigInt.asUintN(SAFE_BITS, value) === value;

/** The same of bigints, `other` positive. */
export function bigDivisorOf(one: bigint, other: bigint): bigint {
  let a = one < 0n ? -one : one;
  let b = other;
  while (b !== 0n) {
    if (isShort(a) && isShort(b)) return BigInt(divisorOf(Number(a), Number(b)));
    [a, b] = [b, a % b];
  }
  return a;
}

export function inLowestTerms({ n, d }: Big): Big {
  const divisor = bigDivisorOf(n, d);
  return divisor === 1n ? { n, d } : { n: n / divisor, d: d / divisor };
}
