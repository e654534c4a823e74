import { compare, type Exact, exact, rounded, subtract, sum, wholeNumber } from "./exact.ts";
import { type Whole, wholeOf } from "./fraction.ts";
import { split } from "./split.ts";

/** One line's part of a sum, not yet in whole cents. */
export interface Share {
  /** Breaks ties, so that the outcome does not depend on the order of the lines. */
  readonly id: string;
  readonly exact: Exact;
}

interface Lowered {
  readonly share: Share;
  readonly cents: Whole;
  /** What the line lost, less than 2^-53 off: as a rule that settles whose loss is the larger. */
  readonly lost: number;
}

/** The least difference of two approximate losses that says which is the larger. */
const TELLING = 2 ** -51;

function lower(share: Share): Lowered {
  const { whole, rest } = split(share.exact);
  return { share, cents: whole, lost: rest };
}

/** How many cents the lowered lines lack of their rounded sum. */
function missingCents(lowered: readonly Lowered[]): number {
  const lost = lowered.reduce((total, line) => total + line.lost, 0);
  // Each loss is off by less than 2^-53, and each addition rounds by no more than 2^-53 of a total that the
  // number of lines bounds.
  const doubt = (lowered.length + 1) ** 2 * 2 ** -52;
  const down = Math.floor(lost);
  if (Math.abs(lost - down - 0.5) > doubt) return lost - down < 0.5 ? down : down + 1;
  const target = exact(rounded(sum(lowered.map(({ share }) => share.exact))));
  return wholeNumber(subtract(target, sum(lowered.map(({ cents }) => exact(cents)))));
}

const lossOf = ({ share, cents }: Lowered): Exact => subtract(share.exact, exact(cents));

const byMostLost = (one: Lowered, other: Lowered): number =>
  compare(lossOf(other), lossOf(one)) || (one.share.id < other.share.id ? -1 : 1);

/** What the last of the `count` lines that lost most has lost, nearly. */
function leastRaised(lowered: readonly Lowered[], count: number): number {
  const losses = new Float64Array(lowered.map((line) => line.lost)).toSorted();
  return losses[losses.length - count] ?? Infinity;
}

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
  let missing = missingCents(lowered);
  const last = leastRaised(lowered, missing);
  const cents = new Map<string, Whole>();
  const close: Lowered[] = [];
  // Clearly above `last` are fewer lines than cents, and not clearly below it at least as many.
  for (const line of lowered) {
    const isClear = line.lost > last + TELLING;
    cents.set(line.share.id, isClear ? oneMore(line.cents) : line.cents);
    if (isClear) missing -= 1;
    else if (line.lost >= last - TELLING) close.push(line);
  }
  for (const line of close.toSorted(byMostLost).slice(0, missing)) {
    cents.set(line.share.id, oneMore(line.cents));
  }
  return cents;
}
