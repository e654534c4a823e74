import { apportion } from "../../../shared/exact/apportion.ts";
import { exact } from "../../../shared/exact/exact.ts";
import type { PricedOption } from "../../../shared/pricing/priced-estimate.ts";

export type PricePartKey = "labour" | "paint" | "sundries" | "charges" | "work" | "profit";

/** One part of a price, and its stretch of a bar on which all of them follow one another. */
export interface PricePart {
  readonly key: PricePartKey;
  readonly cents: number;
  /** Whole percent of the price; all parts together are 100. Null where there is no price. */
  readonly percent: number | null;
  /** Where its stretch begins and how long it is, from 0 to 1 of the bar. A loss lies over the end of the costs. */
  readonly start: number;
  readonly length: number;
}

/**
 * Where the price before tax goes: each kind of cost that there is, then what is left over. Costs and profit add up to
 * the subtotal; with a loss the bar is as long as the costs, and the loss is what sticks out over the price.
 */
export function priceParts({
  cost,
  money,
}: Pick<PricedOption, "cost" | "money">): readonly PricePart[] {
  const profit = money.subtotalCents - cost.totalCents;
  const parts: readonly (readonly [PricePartKey, number])[] = [
    ["labour", cost.labourCents],
    ["paint", cost.paintCents],
    ["sundries", cost.sundriesCents],
    ["charges", cost.chargesCents],
    ["work", cost.itemsCents],
    ["profit", profit],
  ];
  const bar = Math.max(money.subtotalCents, cost.totalCents, 1);
  const percents =
    money.subtotalCents > 0
      ? apportion(
          parts.map(([id, cents]) => ({ id, exact: exact(cents * 100, money.subtotalCents) })),
        )
      : null;
  let end = 0;
  return parts
    .map(([key, cents]) => {
      const start = Math.min(end, end + cents);
      end += cents;
      const percent = percents === null ? null : Number(percents.get(key) ?? 0);
      return { key, cents, percent, start: start / bar, length: Math.abs(cents) / bar };
    })
    .filter(({ key, cents }) => cents !== 0 || key === "profit");
}
