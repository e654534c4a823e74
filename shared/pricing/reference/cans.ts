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
  readonly ounces: number;
  readonly cents: number;
}

/** The best way to fill exactly so many ounces. */
interface Filled {
  readonly cents: number;
  readonly cans: number;
  /** The largest can in it. */
  readonly last: Size | null;
}

/**
 * Page, section 2: the cheapest cans that hold what is needed; of equally cheap mixes the one with least paint
 * left over, then the one with fewest cans, then the one with most of the largest cans.
 *
 * The best way to fill every number of ounces, one after the other, is a table; the answer is its best entry
 * from what is needed on. It ends before `needed + the largest can`: from any mix beyond, a can may be taken.
 *
 * Large needs are shortened first. Let `b` be the ounces of the can that is cheapest by the ounce, the largest
 * of those that are equally cheap. Of any `b` other cans some hold a multiple of `b` together, and as many ounces
 * in cans of `b` are never dearer and never more cans. So at most `b - 1` cans are others.
 */
export function cheapestCans(
  cans: readonly Can[],
  needed: bigint,
  tables: Map<string, Filled[]> = new Map(),
): Mix {
  const sizes = distinctSizes(cans);
  const [largest] = sizes;
  if (largest === undefined) throw new Error("a product comes in cans");
  const staple = sizes.reduce((best, size) =>
    size.cents * best.ounces < best.cents * size.ounces ? size : best,
  );
  const others = BigInt((staple.ounces - 1) * largest.ounces);
  const staples = needed > others ? (needed - others) / BigInt(staple.ounces) : 0n;
  const rest = Number(needed - staples * BigInt(staple.ounces));

  const key = sizes.map(({ ounces, cents }) => `${ounces}:${cents}`).join(" ");
  const table = tables.get(key) ?? [{ cents: 0, cans: 0, last: null }];
  tables.set(key, table);
  extend(table, sizes, rest + largest.ounces);
  let best = rest;
  for (let ounces = rest; ounces < rest + largest.ounces; ounces += 1) {
    if (centsAt(table, ounces) < centsAt(table, best)) best = ounces;
  }
  return withStaples(cans, mixAt(table, best), staple, staples);
}

const centsAt = (table: readonly Filled[], ounces: number): number =>
  table[ounces]?.cents ?? Infinity;

/** Largest first. Of two of one size only the cheaper counts, of two at one cost the first. */
const distinctSizes = (cans: readonly Can[]): readonly Size[] =>
  cans
    .map((can, index) => ({
      index,
      ounces: Number(can.fluidOunces.value),
      cents: can.cost.cents,
    }))
    .toSorted((one, other) => other.ounces - one.ounces || one.cents - other.cents)
    .filter((size, index, all) => all[index - 1]?.ounces !== size.ounces);

/** An entry that no mix fills costs infinitely much. */
function extend(table: Filled[], sizes: readonly Size[], to: number): void {
  for (let ounces = table.length; ounces <= to; ounces += 1) {
    let best: Filled = { cents: Infinity, cans: Infinity, last: null };
    for (const size of sizes) {
      const before = table[ounces - size.ounces];
      if (before === undefined) continue;
      const cents = before.cents + size.cents;
      const cans = before.cans + 1;
      // Sizes come largest first: a smaller one has to be better to stand.
      if (cents < best.cents || (cents === best.cents && cans < best.cans)) {
        best = { cents, cans, last: size };
      }
    }
    table.push(best);
  }
}

function mixAt(table: readonly Filled[], ounces: number): readonly Size[] {
  const mix: Size[] = [];
  let rest = ounces;
  while (rest > 0) {
    const last = table[rest]?.last;
    if (last === undefined || last === null) throw new Error(`no cans fill ${ounces} ounces`);
    mix.push(last);
    rest -= last.ounces;
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
