import { add, divide, exact, type Exact, multiply, rounded, sum } from "../exact/exact.ts";
import type { ChargeCost } from "./charges.ts";
import type { HourCost } from "./hour-charge.ts";
import type { JobHours } from "./job-hours.ts";
import type { PricedRead } from "./option-items.ts";
import type { OptionSurface } from "./option-surfaces.ts";
import type { PaintPool } from "./pools.ts";
import type { PricedCost } from "./priced-estimate.ts";
import type { SundriesCost } from "./sundries.ts";
import { CENTS, times, total } from "./traced.ts";
import type { Trace } from "./trace.ts";

/** Everything an option costs the firm but for its items. */
export interface WorkCost {
  readonly hour: HourCost;
  readonly job: JobHours;
  readonly surfaces: readonly OptionSurface[];
  readonly pools: readonly PaintPool[];
  readonly charges: readonly ChargeCost[];
  readonly sundries: readonly SundriesCost[];
}

const piecePay = ({ surfaces, job }: WorkCost): readonly Trace[] => [
  ...surfaces.flatMap(({ labour }) => labour.piece?.cost ?? []),
  ...(job.lead.pay === null ? [] : [job.lead.pay]),
];

/** The cost that profit may fall with, before any profit: all of the work, and the items that count. */
export function jobCost(work: WorkCost, items: Trace | null): Trace {
  const { hour, job, pools, charges, sundries } = work;
  const parts = [
    times("labour-charge", CENTS, job.charged, hour.loaded),
    ...piecePay(work),
    ...pools.flatMap((pool) => [pool.cost, ...(pool.sundriesCost ? [pool.sundriesCost] : [])]),
    ...(hour.sundries ? [times("sundries-cost", CENTS, job.charged, hour.sundries)] : []),
    ...sundries.map((it) => it.cost),
    ...charges.map((it) => it.cost),
    ...(items ? [items] : []),
  ];
  return total("job-cost", CENTS, parts);
}

const HUNDRED = exact(100);
const inCents = (value: Exact): number => Number(rounded(value));

function percent(part: number, whole: number): Exact | null {
  return whole > 0 ? divide(multiply(exact(part), HUNDRED), exact(whole)) : null;
}

/**
 * What the option costs the firm, for the margin beside the price.
 *
 * @param items those that count.
 */
export function costOf(
  work: WorkCost,
  items: readonly PricedRead[],
  subtotalCents: number,
): PricedCost {
  const { hour, job, pools, charges, sundries } = work;
  const crews = sum(items.flatMap((item) => item.hours?.value ?? []));
  const hours = add(job.charged.value, crews);
  const labour = add(
    multiply(hours, hour.loaded.value),
    sum(piecePay(work).map((pay) => pay.value)),
  );
  const paint = sum(pools.map((pool) => pool.cost.value));
  const allSundries = sum([
    ...pools.flatMap((pool) => pool.sundriesCost?.value ?? []),
    ...(hour.sundries ? [multiply(hours, hour.sundries.value)] : []),
    ...sundries.map((it) => it.cost.value),
  ]);
  const allCharges = sum(charges.map((it) => it.cost.value));
  const allItems = sum(items.map((item) => item.cost));
  const totalCents = inCents(sum([labour, paint, allSundries, allCharges, allItems]));
  const earned = subtotalCents - totalCents;
  return {
    labourCents: inCents(labour),
    paintCents: inCents(paint),
    sundriesCents: inCents(allSundries),
    chargesCents: inCents(allCharges),
    itemsCents: inCents(allItems),
    totalCents,
    marginPercent: percent(earned, subtotalCents),
    markupPercent: percent(earned, totalCents),
  };
}
