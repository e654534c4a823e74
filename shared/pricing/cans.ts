import { ceiling, type Exact, exact, multiply } from "../exact/exact.ts";

/** A can on the shelf. */
export interface CanSize {
  /** Whole fluid ounces really in it. */
  readonly ounces: number;
  readonly cents: number;
}

export const OUNCES_PER_GALLON = 128;

const greatestDivisor = (one: number, other: number): number =>
  other === 0 ? one : greatestDivisor(other, one % other);

/**
 * How many cans of the best value can be set aside before the search.
 *
 * Among as many cans as the best-value can has units of volume, some always add up to a multiple of it (the
 * pigeonhole argument on their running sums) and could be swapped for it at no more cost. So a cheapest mix
 * has fewer other cans than that, and only the last stretch of a big need has to be searched.
 */
function bulkCount(need: number, best: number, largest: number): number {
  const searched = (best - 1) * largest + best;
  return need <= searched ? 0 : Math.floor((need - searched) / best);
}

/** Cheaper first; of equally cheap mixes the one that leaves less paint over, then the one with fewer cans. */
interface Mix {
  readonly cents: number;
  readonly volume: number;
  readonly cans: number;
  readonly last: number;
}

const isBetter = (one: Mix, other: Mix): boolean =>
  one.cents !== other.cents
    ? one.cents < other.cents
    : one.volume !== other.volume
      ? one.volume < other.volume
      : one.cans < other.cans;

/** The best mix for every need up to `need`, by dynamic programming over whole units of volume. */
function mixesUpTo(need: number, sizes: readonly { volume: number; cents: number }[]): Mix[] {
  const mixes: Mix[] = [{ cents: 0, volume: 0, cans: 0, last: -1 }];
  for (let target = 1; target <= need; target += 1) {
    let best: Mix | undefined;
    for (const [index, { volume, cents }] of sizes.entries()) {
      const rest = mixes[Math.max(0, target - volume)];
      if (rest === undefined) continue;
      const mix = {
        cents: rest.cents + cents,
        volume: rest.volume + volume,
        cans: rest.cans + 1,
        last: index,
      };
      if (best === undefined || isBetter(mix, best)) best = mix;
    }
    if (best !== undefined) mixes.push(best);
  }
  return mixes;
}

/**
 * The cheapest cans that hold at least `gallons`: exact, not greedy (a quart less than two gallons can be
 * one gallon and three quarts, or two gallons, as the prices say).
 *
 * @param sizes at least one; distinct or not, in any order.
 * @returns how many of each size, in the order of `sizes`.
 */
export function cheapestCans(gallons: Exact, sizes: readonly CanSize[]): readonly number[] {
  const unit = sizes.reduce((divisor, size) => greatestDivisor(divisor, size.ounces), 0);
  const need = Number(ceiling(multiply(gallons, exact(OUNCES_PER_GALLON, unit))));
  const volumes = sizes.map(({ ounces, cents }) => ({ volume: ounces / unit, cents }));
  const counts = sizes.map(() => 0);
  let best = 0;
  for (const [index, size] of volumes.entries()) {
    const leader = volumes[best];
    if (leader !== undefined && size.cents * leader.volume < leader.cents * size.volume)
      best = index;
  }
  const largest = Math.max(...volumes.map((size) => size.volume));
  const bestVolume = volumes[best]?.volume ?? 1;
  const bulk = bulkCount(need, bestVolume, largest);
  counts[best] = bulk;
  let rest = need - bulk * bestVolume;
  const mixes = mixesUpTo(rest, volumes);
  while (rest > 0) {
    const last = mixes[rest]?.last ?? best;
    counts[last] = (counts[last] ?? 0) + 1;
    rest -= volumes[last]?.volume ?? rest;
  }
  return counts;
}
