import { ceiling, type Exact, exact, multiply, type Whole } from "../exact/exact.ts";

/** A can on the shelf, as the price book has it: whole fluid ounces really in it, and whole cents. */
export interface CanSize {
  readonly fluidOunces: { readonly value: string };
  readonly cost: { readonly cents: number };
}

export const OUNCES_PER_GALLON = 128;

const greatestDivisor = (one: number, other: number): number =>
  other === 0 ? one : greatestDivisor(other, one % other);

/**
 * The best mix for every need up to a limit, by dynamic programming over whole units of volume. It depends on the
 * shelf alone, so it is filled once and then only looked up. Cheaper first; of equally cheap mixes the one
 * that leaves less paint over, then the one with fewer cans, then the one with more of the cans that come first.
 */
class Shelf {
  /** Ounces to a unit: what all fill volumes are multiples of. */
  readonly unit: number;
  readonly best: number;
  /** Needs above this are filled with cans of the best value first. */
  readonly searched: number;
  private readonly volumes: readonly number[];
  private readonly prices: readonly number[];
  private filled = 0;
  private cents: Float64Array;
  private volume: Float64Array;
  private cans: Float64Array;
  private last: Int8Array;

  constructor(sizes: readonly CanSize[]) {
    const ounces = sizes.map(({ fluidOunces }) => Number(fluidOunces.value));
    this.unit = ounces.reduce(greatestDivisor, 0);
    this.volumes = ounces.map((each) => each / this.unit);
    this.prices = sizes.map(({ cost }) => cost.cents);
    this.best = this.bestValue();
    const bestVolume = this.volumes[this.best] ?? 1;
    // Among as many cans as the best-value can has units of volume, some always add up to a multiple of it (the
    // pigeonhole argument on their running sums) and could be swapped for it at no more cost. So a cheapest mix
    // has fewer other cans than that, and only the last stretch of a big need has to be searched.
    this.searched = (bestVolume - 1) * Math.max(...this.volumes) + bestVolume;
    this.cents = new Float64Array(1);
    this.volume = new Float64Array(1);
    this.cans = new Float64Array(1);
    this.last = new Int8Array(1);
  }

  private bestValue(): number {
    let best = 0;
    for (const [index, cents] of this.prices.entries()) {
      const here = cents * (this.volumes[best] ?? 1);
      const there = (this.prices[best] ?? 0) * (this.volumes[index] ?? 1);
      // Of equally good values the largest: fewer cans.
      const isLarger = (this.volumes[index] ?? 1) > (this.volumes[best] ?? 1);
      if (here < there || (here === there && isLarger)) best = index;
    }
    return best;
  }

  /** Fills the table up to `need` units; doubles at least, so that growing needs cost no more in all. */
  private fill(need: number): void {
    if (need <= this.filled) return;
    const size = Math.min(this.searched, Math.max(need, this.filled * 2)) + 1;
    const grown = <T extends Float64Array | Int8Array>(from: T, into: T): T => {
      into.set(from);
      return into;
    };
    this.cents = grown(this.cents, new Float64Array(size));
    this.volume = grown(this.volume, new Float64Array(size));
    this.cans = grown(this.cans, new Float64Array(size));
    this.last = grown(this.last, new Int8Array(size));
    for (let target = this.filled + 1; target < size; target += 1) this.fillAt(target);
    this.filled = size - 1;
  }

  private fillAt(target: number): void {
    let [cents, volume, cans, last] = [Infinity, Infinity, Infinity, -1];
    for (let index = 0; index < this.volumes.length; index += 1) {
      const size = this.volumes[index] ?? 1;
      const rest = target > size ? target - size : 0;
      const centsHere = (this.cents[rest] ?? 0) + (this.prices[index] ?? 0);
      if (centsHere > cents) continue;
      const volumeHere = (this.volume[rest] ?? 0) + size;
      const cansHere = (this.cans[rest] ?? 0) + 1;
      const isBetter =
        centsHere < cents || volumeHere < volume || (volumeHere === volume && cansHere < cans);
      if (isBetter) [cents, volume, cans, last] = [centsHere, volumeHere, cansHere, index];
    }
    this.cents[target] = cents;
    this.volume[target] = volume;
    this.cans[target] = cans;
    this.last[target] = last;
  }

  /** How many best-value cans a need takes beyond what is searched, and what is left of it. */
  private bulkOf(need: Whole): readonly [bulk: number, rest: number] {
    const volume = this.volumes[this.best] ?? 1;
    if (typeof need === "number") {
      const bulk = Math.max(0, Math.ceil((need - this.searched) / volume));
      return [bulk, need - bulk * volume];
    }
    // Beyond 2^53 units a rounded product would leave a rest as large as the need: never bought to its end.
    const size = BigInt(volume);
    const bulk = (need - BigInt(this.searched)) / size + 1n;
    return [Number(bulk), Number(need - bulk * size)];
  }

  /** @param need whole units. */
  counts(need: Whole): readonly number[] {
    const counts = this.volumes.map(() => 0);
    const [bulk, left] = this.bulkOf(need);
    counts[this.best] = bulk;
    let rest = left;
    this.fill(rest);
    while (rest > 0) {
      const last = this.last[rest] ?? this.best;
      counts[last] = (counts[last] ?? 0) + 1;
      rest -= this.volumes[last] ?? rest;
    }
    return counts;
  }
}

const shelves = new WeakMap<readonly CanSize[], Shelf>();

function shelfOf(sizes: readonly CanSize[]): Shelf {
  const known = shelves.get(sizes);
  if (known !== undefined) return known;
  const shelf = new Shelf(sizes);
  shelves.set(sizes, shelf);
  return shelf;
}

/**
 * The cheapest cans that hold at least `gallons`: exact, not greedy (a quart less than two gallons can be
 * one gallon and three quarts, or two gallons, as the prices say).
 *
 * @param sizes at least one; distinct or not, in any order. The table of mixes is kept for this very array.
 * @returns how many of each size, in the order of `sizes`.
 */
export function cheapestCans(gallons: Exact, sizes: readonly CanSize[]): readonly number[] {
  const shelf = shelfOf(sizes);
  const units = multiply(gallons, exact(OUNCES_PER_GALLON, shelf.unit));
  return shelf.counts(ceiling(units));
}
