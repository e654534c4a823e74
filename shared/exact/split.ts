import { bigOf, type Exact, isSmall, type Whole, wholeOf } from "./fraction.ts";

/** A value as the next whole number down and, nearly, what is left over. */
export interface Split {
  readonly whole: Whole;
  /** Between 0 and 1, both included, less than 2^-53 from what is really left over. */
  readonly rest: number;
}

const DIGITS = 60;
const SCALE = 2 ** DIGITS;

export function bigFloor(n: bigint, d: bigint): bigint {
  const quotient = n / d;
  return n < 0n && quotient * d !== n ? quotient - 1n : quotient;
}

/** The first binary digits of what is left over, without working out all of it. */
export function split(value: Exact): Split {
  if (isSmall(value)) {
    const { top, bottom } = value;
    // Towards zero first: the product with the next whole number down might be rounded.
    const near = Math.trunc(top / bottom) + 0;
    const over = top - near * bottom;
    return over < 0
      ? { whole: near - 1, rest: (over + bottom) / bottom }
      : { whole: near, rest: over / bottom };
  }
  const { n, d } = bigOf(value);
  const scaled = bigFloor(n << BigInt(DIGITS), d);
  const rest = Number(BigInt.asUintN(DIGITS, scaled)) / SCALE;
  return { whole: wholeOf(scaled >> BigInt(DIGITS)), rest };
}
