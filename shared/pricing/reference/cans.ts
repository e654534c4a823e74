import type { Can } from "../book/paint.ts";

/** How many of each size, in the book's order of sizes. */
export interface Mix {
  readonly counts: readonly bigint[];
  /** Without the uplift. */
  readonly cents: bigint;
  readonly fluidOunces: bigint;
}

interface Size {
  readonly index: number;
  /** In the largest measure that all sizes are multiples of. */
  readonly units: number;
  readonly cents: number;
}

/**
 * Page, section 2: the cheapest cans that hold what is needed; of equally cheap mixes the one with least paint
 * left over, then the one with fewest cans, then the one with most of the cans that stand first in the book.
 *
 * All is counted in the largest measure that every size is a multiple of. The best way to fill every number of
 * units, one after the other, is a table; the answer is its best entry from what is needed on. It ends before
 * `needed + the largest can`: from any mix beyond, a can may be taken.
 *
 * Large needs are shortened first. Let `b` be the units of the can that is cheapest by the ounce, the largest
 * of those that are equally cheap. Of any `b` other cans some hold a multiple of `b` together, and as many units
 * in cans of `b` are never dearer and never more cans. So at most `b - 1` cans are others.
 */
export function cheapestCans(cans: readonly Can[], needed: bigint): Mix {
  const unit = cans.map(({ fluidOunces }) => Number(fluidOunces.value)).reduce(commonDivisor);
  const sizes = distinctSizes(cans, unit);
  const staple = sizes.reduce((best, size) => {
    const [here, there] = [size.cents * best.units, best.cents * size.units];
    return here < there || (here === there && size.units > best.units) ? size : best;
  });
  const units = (needed + BigInt(unit) - 1n) / BigInt(unit);
  const others = BigInt((staple.units - 1) * largestOf(sizes));
  const staples = units > others ? (units - others) / BigInt(staple.units) : 0n;
  const rest = Number(units - staples * BigInt(staple.units));
  return withStaples(cans, cheapestMix(sizes, rest), staple, staples);
}

const commonDivisor = (one: number, other: number): number =>
  other === 0 ? one : commonDivisor(other, one % other);

const largestOf = (sizes: readonly Size[]): number => Math.max(...sizes.map(({ units }) => units));

/** In the book's order. Of two of one size only the cheaper counts, of two at one cost the first. */
const distinctSizes = (cans: readonly Can[], unit: number): readonly Size[] =>
  cans
    .map((can, index) => ({
      index,
      units: Number(can.fluidOunces.value) / unit,
      cents: can.cost.cents,
    }))
    .filter((size, _, all) => {
      const alike = all.filter(({ units }) => units === size.units);
      const least = Math.min(...alike.map(({ cents }) => cents));
      return alike.find(({ cents }) => cents === least) === size;
    });

function cheapestMix(sizes: readonly Size[], needed: number): readonly Size[] {
  const largest = largestOf(sizes);
  /** By units: the least that filling exactly so many costs, infinitely much where nothing fills them. */
  const cents = new Float64Array(needed + largest).fill(Infinity);
  /** By units: the fewest cans of that cost, and the first of them by its place in `sizes`. */
  const counts = new Float64Array(needed + largest);
  const last = new Int8Array(needed + largest).fill(-1);
  cents[0] = 0;
  for (let units = 1; units < cents.length; units += 1) {
    for (const [index, size] of sizes.entries()) {
      if (size.units > units) continue;
      const withThis = (cents[units - size.units] ?? Infinity) + size.cents;
      const count = (counts[units - size.units] ?? 0) + 1;
      const before = cents[units] ?? Infinity;
      // Sizes come in the book's order: a later one has to be better to stand.
      if (withThis < before || (withThis === before && count < (counts[units] ?? 0))) {
        cents[units] = withThis;
        counts[units] = count;
        last[units] = index;
      }
    }
  }
  let best = needed;
  for (let units = needed; units < cents.length; units += 1) {
    if ((cents[units] ?? Infinity) < (cents[best] ?? Infinity)) best = units;
  }
  const mix: Size[] = [];
  while (best > 0) {
    const size = sizes[last[best] ?? -1];
    if (size === undefined) throw new Error(`no cans fill ${best} units`);
    mix.push(size);
    best -= size.units;
  }
  return mix;
}

function withStaples(
  cans: readonly Can[],
  mix: readonly Size[],
  staple: Size,
  staples: bigint,
): Mix {
  const counts = cans.map(
    (_, index) =>
      BigInt(mix.filter((size) => size.index === index).length) +
      (index === staple.index ? staples : 0n),
  );
  const total = (each: (can: Can) => bigint): bigint =>
    cans.reduce((sum, can, index) => sum + each(can) * (counts[index] ?? 0n), 0n);
  return {
    counts,
    cents: total((can) => BigInt(can.cost.cents)),
    fluidOunces: total((can) => BigInt(can.fluidOunces.value)),
  };
}
