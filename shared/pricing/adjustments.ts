import { isZero } from "../exact/exact.ts";
import { centsOf } from "./cents.ts";
import type { Localised } from "./book/numbers.ts";
import type { ChargeCost } from "./charges.ts";
import { fromBook, settingLabels } from "./compiled-book.ts";
import { chargedHours } from "./job-hours.ts";
import type { Pricing } from "./painting-lines.ts";
import type { PricedAdjustment } from "./priced-estimate.ts";
import { bookProfit, withProfit } from "./profit.ts";
import type { SundriesCost } from "./sundries.ts";
import { atLeast, CENTS, plusAll, times, toCents } from "./traced.ts";
import type { Trace } from "./trace.ts";

/** A price on top of the surfaces and items, before rounding. */
export interface Adjustment {
  readonly kind: PricedAdjustment["kind"];
  readonly id: string;
  readonly label: Localised | null;
  readonly price: Trace;
}

/** What working lead-safe is charged at, and no less than the book's minimum. */
export function leadAdjustment({ book, size, hour, job }: Pricing): readonly Adjustment[] {
  const rule = book.book.leadSafe;
  if (rule === null) return [];
  const { hours, pay } = job.lead;
  const work = hours && times("labour-charge", CENTS, chargedHours(job, hours), hour.byBook);
  const piece = pay && withProfit(book, bookProfit(book, "labour"), size, "piece-charge", pay);
  const price = plusAll("lead-price", CENTS, [work, piece]);
  const minimum = fromBook(book, "lead-minimum", CENTS, rule.minimum, {
    kind: "lead-safe",
    key: "lead-safe",
    label: settingLabels.leadSafe,
  });
  const charged = price === null ? minimum : atLeast("lead-price", CENTS, price, minimum);
  return [{ kind: "lead-safe", id: "lead-safe", label: null, price: charged }];
}

/** Trips, and what height and access charge. */
export const chargeAdjustments = (
  { book, size }: Pricing,
  charges: readonly ChargeCost[],
): readonly Adjustment[] =>
  charges.map(({ kind, id, label, cost }) => ({
    kind,
    id,
    label,
    price: withProfit(book, bookProfit(book, "charges"), size, "charge-price", cost),
  }));

export const sundriesAdjustments = (
  { book, size }: Pricing,
  sundries: readonly SundriesCost[],
): readonly Adjustment[] =>
  sundries.map(({ id, label, cost }) => ({
    kind: "sundries",
    id,
    label,
    price: withProfit(book, bookProfit(book, "sundries"), size, "sundries-price", cost),
  }));

/** Each rounded on its own; those that come to nothing are left out. */
export const roundedAdjustments = (
  adjustments: readonly Adjustment[],
): readonly PricedAdjustment[] =>
  adjustments
    .map(({ kind, id, label, price }) => {
      const trace = toCents("line-price", price);
      return { kind, id, label, cents: centsOf(trace.value), trace };
    })
    .filter(({ trace }) => !isZero(trace.value));
