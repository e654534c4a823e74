import { apportion } from "../exact/apportion.ts";
import { centsOf } from "./cents.ts";
import type { CompiledBook } from "./compiled-book.ts";
import type { HourCharge } from "./hour-charge.ts";
import { impliedBySurface } from "./implied.ts";
import { chargedHours, type JobHours } from "./job-hours.ts";
import type { OptionSurface } from "./option-surfaces.ts";
import type { ChargedPool, PoolMember } from "./pools.ts";
import type { PricedAdjustment, PricedSurface } from "./priced-estimate.ts";
import { bookProfit, type JobSize, labourProfit, withProfit } from "./profit.ts";
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
  const { book, hour, job } = pricing;
  const prices = new Map<string, Trace>();
  for (const surface of surfaces) {
    const price = surfacePrice(pricing, surface);
    if (price !== null) prices.set(surface.measured.surface.id, price);
  }
  if (job.setUp) {
    const charge = hour.under(bookProfit(book, "labour"));
    prices.set(SET_UP, times("set-up-price", CENTS, chargedHours(job, job.setUp), charge));
  }
  const cents = apportion([...prices].map(([id, { value }]) => ({ id, exact: value })));
  const lineTrace = (id: string) => {
    const price = prices.get(id);
    return price && apportioned("line-price", cents.get(id) ?? 0, price);
  };
  const setUp = lineTrace(SET_UP);
  const setUpLine: readonly PricedAdjustment[] = setUp
    ? [{ kind: "set-up", id: "set-up", label: null, cents: centsOf(setUp.value), trace: setUp }]
    : [];
  return {
    surfaces: surfaces.flatMap((surface) => {
      const trace = lineTrace(surface.measured.surface.id);
      return trace ? [surfaceLine(surface, trace)] : [];
    }),
    setUp: setUpLine,
  };
}
