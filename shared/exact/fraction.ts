declare const inside: unique symbol;

/**
 * An exact fraction. Every quantity, rate and amount is one until it is rounded at a named point, so that
 * no order of adding and no binary fraction can move a cent.
 *
 * Plain data that survives structured cloning, but closed: how a value is held is known in this folder alone.
 * Two values are compared with `compare`; equal ones may be held in different terms.
 */
export interface Exact {
  readonly [inside]?: never;
}

/** `top` and `bottom` are safe integers, `bottom` is positive; no -0; not always in lowest terms. */
export interface Small extends Exact {
  readonly top: number;
  readonly bottom: number;
}

/** What does not fit into a `Small` even in lowest terms; in them but for the longest (see `fromBig`). */
interface Large extends Exact {
  readonly bigTop: bigint;
  readonly bigBottom: bigint;
}

/** A fraction of bigints under way; `d` is positive. */
export interface Big {
  readonly n: bigint;
  readonly d: bigint;
}

const MOST = Number.MAX_SAFE_INTEGER;
const BIG_MOST = BigInt(MOST);

/**
 * Whether a product, sum or difference of two safe integers, as JavaScript computed it, is safe: then it is also
 * exact.
 *
 * 2^53 and all smaller whole numbers are doubles, so a true result within ±2^53 is not rounded at all. Rounding
 * never changes an order, so a true result beyond ±2^53 is not rounded to less than 2^53. What is found to be
 * less than 2^53 in size is therefore no rounded number. (2^53 itself is refused: 2^53 + 1 is rounded to it.)
 */
export const isSafe = (computed: number): boolean => computed <= MOST && computed >= -MOST;

/** @param top and `bottom` safe integers, the latter positive; a `top` of -0 becomes 0. */
export const small = (top: number, bottom: number): Small => ({ top: top + 0, bottom });

export const isSmall = (value: Exact): value is Small => "bottom" in value;
const isLarge = (value: Exact): value is Large => "bigBottom" in value;

/** @throws TypeError when the value was not made here: a bug. */
export function bigOf(value: Exact): Big {
  if (isSmall(value)) return { n: BigInt(value.top), d: BigInt(value.bottom) };
  if (isLarge(value)) return { n: value.bigTop, d: value.bigBottom };
  throw new TypeError("not an exact fraction");
}

const fits = (whole: bigint): boolean => whole <= BIG_MOST && whole >= -BIG_MOST;

/** The fraction as it stands: as numbers if they hold it, else as bigints. */
export const held = ({ n, d }: Big): Small | Large =>
  fits(d) && fits(n) ? { top: Number(n), bottom: Number(d) } : { bigTop: n, bigBottom: d };

/** A whole number as it comes out of rounding: a number while that is exact, a bigint beyond 2^53. */
export type Whole = number | bigint;

export const wholeOf = (value: bigint): Whole => (fits(value) ? Number(value) : value);
