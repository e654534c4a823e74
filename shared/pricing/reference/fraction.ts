/**
 * An exact fraction in its plainest form, always in lowest terms with a positive bottom. The reference has its
 * own, and its own rounding, so that a mistake in `shared/exact` cannot hide in both implementations.
 */
export class Fraction {
  readonly top: bigint;
  readonly bottom: bigint;

  /** @throws RangeError for a bottom of zero: a bug. */
  constructor(top: bigint, bottom: bigint = 1n) {
    if (bottom === 0n) throw new RangeError("division by zero");
    const divisor = greatestCommonDivisor(top, bottom) * (bottom < 0n ? -1n : 1n);
    this.top = top / divisor;
    this.bottom = bottom / divisor;
  }

  plus(other: Fraction): Fraction {
    return new Fraction(
      this.top * other.bottom + other.top * this.bottom,
      this.bottom * other.bottom,
    );
  }

  minus(other: Fraction): Fraction {
    return new Fraction(
      this.top * other.bottom - other.top * this.bottom,
      this.bottom * other.bottom,
    );
  }

  times(other: Fraction): Fraction {
    return new Fraction(this.top * other.top, this.bottom * other.bottom);
  }

  over(other: Fraction): Fraction {
    return new Fraction(this.top * other.bottom, this.bottom * other.top);
  }

  isBelow(other: Fraction): boolean {
    return this.top * other.bottom < other.top * this.bottom;
  }

  isAbove(other: Fraction): boolean {
    return other.isBelow(this);
  }

  isZero(): boolean {
    return this.top === 0n;
  }

  isPositive(): boolean {
    return this.top > 0n;
  }

  isNegative(): boolean {
    return this.top < 0n;
  }

  /** The next whole number down. */
  down(): bigint {
    const quotient = this.top / this.bottom;
    return this.top < 0n && quotient * this.bottom !== this.top ? quotient - 1n : quotient;
  }

  /** `⌈x⌉` of the page: the next whole number up. */
  up(): bigint {
    const down = this.down();
    return down * this.bottom === this.top ? down : down + 1n;
  }

  /** `⌊cents⌉` of the page: the nearest whole number, half away from zero. */
  nearest(): bigint {
    const half = new Fraction(1n, 2n);
    return this.isNegative() ? this.minus(half).up() : this.plus(half).down();
  }

  /** `15/2`, `-3/1`. */
  toString(): string {
    return `${this.top}/${this.bottom}`;
  }
}

/** Euclid's, by whole numbers that are exact as floating point as soon as they are small enough: it is quicker. */
function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one < 0n ? -one : one, other < 0n ? -other : other];
  while (b > SAFE) [a, b] = [b, a % b];
  if (b === 0n) return a;
  let [c, d] = [Number(b), Number(a % b)];
  while (d !== 0) [c, d] = [d, c % d];
  return BigInt(c);
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

export const ZERO = new Fraction(0n);
export const ONE = new Fraction(1n);
export const HUNDRED = new Fraction(100n);

export const whole = (value: number | bigint): Fraction => new Fraction(BigInt(value));

/** A decimal text of the price book: `0.75`. */
export function decimal(text: string): Fraction {
  const [units = "", decimals = ""] = text.split(".");
  return new Fraction(BigInt(units + decimals), 10n ** BigInt(decimals.length));
}

export const sumOf = (values: Iterable<Fraction>): Fraction => {
  let total = ZERO;
  for (const value of values) total = total.plus(value);
  return total;
};

export const productOf = (values: Iterable<Fraction>): Fraction => {
  let product = ONE;
  for (const value of values) product = product.times(value);
  return product;
};

/** `p` percent of a thing: `p ÷ 100`. */
export const percent = (value: Fraction): Fraction => value.over(HUNDRED);

export const larger = (one: Fraction, other: Fraction): Fraction =>
  one.isBelow(other) ? other : one;
