import type { PriceBook } from "../price-book.ts";
import type { Extra } from "./charges.ts";
import { type Fraction, HUNDRED, sumOf, whole } from "./fraction.ts";
import type { JobHours } from "./hours.ts";
import type { Pool } from "./pools.ts";
import type { ReferenceCost } from "./result.ts";
import { loadedOf } from "./work.ts";

/** What the option costs the firm, in cents, before rounding. */
export interface CostParts {
  readonly labour: Fraction;
  readonly paint: Fraction;
  readonly sundries: Fraction;
  readonly charges: Fraction;
  /** All costs of items that no other part has. */
  readonly items: Fraction;
}

/**
 * Page, section 7, "Cost".
 *
 * @param items the costs of the items that count; of crew-days only their material.
 */
export function costParts(
  book: PriceBook,
  hours: JobHours,
  crewsHours: Fraction,
  pools: readonly Pool[],
  sundriesByTheHour: Fraction,
  started: readonly Extra[],
  charges: readonly Fraction[],
  items: readonly Fraction[],
): CostParts {
  const loaded = loadedOf(book);
  const allHours = hours.charged.plus(crewsHours);
  return {
    labour: allHours.times(loaded).plus(hours.piecePay).plus(hours.leadPay),
    paint: sumOf(pools.map(({ cost }) => cost)),
    sundries: sumOf([
      ...pools.map(({ sundries }) => sundries),
      sundriesByTheHour.times(allHours),
      ...started.map(({ cost }) => cost),
    ]),
    charges: sumOf(charges),
    items: sumOf(items),
  };
}

export const wholeCost = (parts: CostParts): Fraction =>
  sumOf([parts.labour, parts.paint, parts.sundries, parts.charges, parts.items]);

/** Each part and the whole rounded for showing; margin and mark-up from the rounded whole. */
export function shownCost(parts: CostParts, subtotal: bigint): ReferenceCost {
  const total = wholeCost(parts).nearest();
  const profit = whole(subtotal - total);
  const inPercent = (of: bigint): string | null =>
    of > 0n ? String(profit.over(whole(of)).times(HUNDRED)) : null;
  return {
    labour: String(parts.labour.nearest()),
    paint: String(parts.paint.nearest()),
    sundries: String(parts.sundries.nearest()),
    charges: String(parts.charges.nearest()),
    items: String(parts.items.nearest()),
    total: String(total),
    marginPercent: inPercent(subtotal),
    markupPercent: inPercent(total),
  };
}
