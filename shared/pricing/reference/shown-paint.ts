import type { PriceBook } from "../price-book.ts";
import { whole } from "./fraction.ts";
import type { Pool } from "./pools.ts";
import type { ReferencePaint } from "./result.ts";

/** The pools of an option as paint to buy, sorted by key. */
export const shownPaint = (book: PriceBook, pools: readonly Pool[]): readonly ReferencePaint[] =>
  pools
    .map((pool) => shownPool(book, pool))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));

function shownPool(book: PriceBook, pool: Pool): ReferencePaint {
  const label = (
    list: readonly { readonly key: string; readonly label: { en: string } }[],
    key: string,
  ) => list.find((entry) => entry.key === key)?.label.en ?? key;
  const cans = pool.product.cans
    .map((can, index) => ({ can, count: pool.mix.counts[index] ?? 0n }))
    .filter(({ count }) => count > 0n)
    .toSorted(
      (one, other) => Number(other.can.fluidOunces.value) - Number(one.can.fluidOunces.value),
    );
  return {
    key: [
      pool.product.label.en,
      label(book.sheens, pool.sheen),
      pool.colour,
      ...(pool.scope === null ? [] : [label(book.scopes, pool.scope)]),
    ].join(" / "),
    gallons: String(pool.gallons),
    cans: cans.map(({ can, count }) => `${count} × ${can.size}`),
    bought: String(whole(pool.mix.fluidOunces).over(whole(128))),
    cost: String(pool.cost.nearest()),
  };
}
