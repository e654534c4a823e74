import { apportion } from "../exact/apportion.ts";
import { ZERO } from "../exact/exact.ts";
import { centsOf } from "./cents.ts";
import type { CompiledBook } from "./compiled-book.ts";
import type { HourCharge } from "./hour-charge.ts";
import { impliedBySurface } from "./implied.ts";
import { chargedHours, type JobHours } from "./job-hours.ts";
import type { OptionSurface } from "./option-surfaces.ts";
import type { ChargedPool, PoolMember } from "./pools.ts";
import type { PricedAdjustment, PricedSurface } from "./priced-estimate.ts";
import { type JobSize, labourProfit, withProfit } from "./profit.ts";
import { apportioned, CENTS, plusAll, times } from "./traced.ts";
import type { Trace } from "./trace.ts";

/** What the lines of an option are priced with. */
export interface Pricing {
  readonly book: CompiledBook;
  readonly size: JobSize;
  readonly hour: HourCharge;
  readonly job: JobHours;
  readonly pools: ReadonlyMap<string, ChargedPool>;
}

/** Beside the surfaces' ids, none of which can hold a space. */
const SET_UP = "set up";

function paintCharge(pools: Pricing["pools"], { key, gallons }: PoolMember): Trace | null {
  const pool = pools.get(key);
  return pool ? times("paint-charge", CENTS, gallons, pool.perGallon) : null;
}

/** A surface's price before rounding: its hours at the hour's charge, and its part of its pools' cans. */
function surfacePrice(pricing: Pricing, surface: OptionSurface): Trace | null {
  const { book, size, hour, job, pools } = pricing;
  const { labour, choice, finish, primer } = surface;
  const profit = labourProfit(book, choice.product);
  const work =
    labour.hourly &&
    times("labour-charge", CENTS, chargedHours(job, labour.hourly), hour.under(profit));
  const pay = labour.piece && withProfit(book, profit, size, "piece-charge", labour.piece.cost);
  const primed = primer && paintCharge(pools, primer);
  const parts = [work, pay, paintCharge(pools, finish), primed];
  return plusAll("line-price-exact", CENTS, parts);
}

function surfaceLine(surface: OptionSurface, trace: Trace): PricedSurface {
  const { measured, choice, coats, prep, finish, labour } = surface;
  const { surface: record, area, substrate, quantity } = measured;
  const cents = centsOf(trace.value);
  return {
    kind: "surface",
    id: record.id,
    areaId: area.id,
    areaName: area.name,
    scope: substrate.scope,
    substrate: substrate.label,
    quantity: quantity.value,
    unit: substrate.unit,
    coats,
    product: choice.product.label,
    sheen: choice.sheen.label,
    prep,
    primer: choice.primer?.primer.label ?? null,
    method: choice.method.label,
    colour: finish.colour,
    hours: labour.hours.value,
    gallons: finish.gallons.value,
    implied: impliedBySurface(surface, cents),
    cents,
    trace,
  };
}

/** The lines of surfaces and set-up, in whole cents that add up to their rounded sum. */
export function paintingLines(pricing: Pricing, surfaces: readonly OptionSurface[]) {
  const { job, hour } = pricing;
  const prices = surfaces.map((surface) => surfacePrice(pricing, surface));
  const setUp =
    job.setUp && times("set-up-price", CENTS, chargedHours(job, job.setUp), hour.byBook);
  const shares = surfaces.map(({ measured }, at) => ({
    id: measured.surface.id,
    exact: prices[at]?.value ?? ZERO,
  }));
  const cents = apportion(
    setUp === null ? shares : [...shares, { id: SET_UP, exact: setUp.value }],
  );
  const line = (id: string, price: Trace) => apportioned("line-price", cents.get(id) ?? 0, price);
  const setUpLine: readonly PricedAdjustment[] =
    setUp === null ? [] : [setUpAdjustment(line(SET_UP, setUp))];
  return {
    surfaces: surfaces.flatMap((surface, at) => {
      const price = prices[at] ?? null;
      return price === null ? [] : surfaceLine(surface, line(surface.measured.surface.id, price));
    }),
    setUp: setUpLine,
  };
}

const setUpAdjustment = (trace: Trace): PricedAdjustment => ({
  kind: "set-up",
  id: "set-up",
  label: null,
  cents: centsOf(trace.value),
  trace,
});
