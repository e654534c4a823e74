import { apportion } from "../exact/apportion.ts";
import { compare, type Exact, rounded, sum, ZERO } from "../exact/exact.ts";
import { type CompiledBook, fromBook, settingLabels } from "./compiled-book.ts";
import { MAX_CENTS, type MeasuredItem } from "./items.ts";
import { chargedHours, hourCharge, type JobHours, jobHours } from "./job-hours.ts";
import { loadedRate } from "./labour.ts";
import type { MeasuredSurface } from "./measured-surface.ts";
import { type OptionSurface, surfacesInOption } from "./option-surfaces.ts";
import { fillPool, type PaintPool } from "./paint-need.ts";
import type { OptionRule } from "./price-book.ts";
import type { PricedAdjustment, PricedCost, PricedLine, PricedOption } from "./priced-estimate.ts";
import type { Problem, ProblemCode } from "./problem.ts";
import { apportioned, CENTS, less, plus, shareOf, times, total } from "./traced.ts";
import type { Trace } from "./trace.ts";

/** Beside the surfaces' ids, none of which can hold a space. */
const SET_UP = "set up";

function fillPools(
  book: CompiledBook,
  surfaces: readonly OptionSurface[],
): ReadonlyMap<string, PaintPool> {
  const pools = new Map<string, PaintPool>();
  for (const [key, [first, ...rest]] of Map.groupBy(surfaces, (surface) => surface.poolKey)) {
    if (first !== undefined) pools.set(key, fillPool(book, key, [first, ...rest]));
  }
  return pools;
}

type Charges = ReturnType<typeof hourCharge>;

/** A surface's price before rounding: its hours at the hour's charge, and its part of its pool's cans. */
function surfacePrice(
  surface: OptionSurface,
  job: JobHours,
  charges: Charges,
  pool: PaintPool,
): Trace {
  const { hourly, piece } = surface.labour;
  let price = shareOf("paint-charge", CENTS, surface.gallons, pool.gallons, pool.charge);
  if (hourly !== null) {
    const labour = times("labour-charge", CENTS, chargedHours(job, hourly), charges.charge);
    price = plus("line-price-exact", CENTS, labour, price);
  }
  if (piece === null) return price;
  return plus("line-price-exact", CENTS, charges.pieceCharge(piece.cost), price);
}

const surfaceLine = (surface: OptionSurface, trace: Trace): PricedLine => {
  const { measured, coats, prep, product, sheen, colour, labour, gallons } = surface;
  return {
    kind: "surface",
    id: measured.surface.id,
    areaId: measured.area.id,
    areaName: measured.area.name,
    substrate: measured.substrate.label,
    quantity: measured.quantity.value,
    unit: measured.substrate.unit,
    coats,
    product: product.label,
    sheen: sheen.label,
    prep,
    colour,
    hours: labour.hours.value,
    gallons: gallons.value,
    cents: Number(trace.value.n),
    trace,
  };
};

/** The lines of surfaces and set-up, in whole cents that add up to their rounded sum. */
function paintingLines(
  surfaces: readonly OptionSurface[],
  job: JobHours,
  charges: Charges,
  pools: ReadonlyMap<string, PaintPool>,
) {
  const prices = new Map<string, Trace>();
  for (const surface of surfaces) {
    const pool = pools.get(surface.poolKey);
    if (pool) prices.set(surface.measured.surface.id, surfacePrice(surface, job, charges, pool));
  }
  if (job.setUp) {
    prices.set(SET_UP, times("set-up-price", CENTS, chargedHours(job, job.setUp), charges.charge));
  }
  const cents = apportion([...prices].map(([id, { value }]) => ({ id, exact: value })));
  const lineTrace = (id: string) => {
    const price = prices.get(id);
    return price && apportioned("line-price", cents.get(id) ?? 0n, price);
  };
  const setUp = lineTrace(SET_UP);
  return {
    surfaces: surfaces.flatMap((surface) => {
      const trace = lineTrace(surface.measured.surface.id);
      return trace ? [surfaceLine(surface, trace)] : [];
    }),
    setUp: setUp ? [adjustment("set-up", setUp)] : [],
  };
}

const adjustment = (kind: PricedAdjustment["kind"], trace: Trace): PricedAdjustment => ({
  kind,
  id: kind,
  cents: Number(trace.value.n),
  trace,
});

/** What is missing to the minimum charge. Credits are left out, so that a minimum cannot swallow them. */
function minimumLine(
  book: CompiledBook,
  lines: readonly PricedLine[],
): readonly PricedAdjustment[] {
  const charged = lines.filter((line) => line.cents > 0).map((line) => line.trace);
  if (charged.length === 0) return [];
  const name = { kind: "minimum", key: "minimum", label: settingLabels.minimum } as const;
  const minimum = fromBook(book, "minimum-charge", CENTS, book.book.minimumCharge, name);
  const charges = total("charges-before-minimum", CENTS, charged);
  const missing = less("minimum-adjustment", CENTS, minimum, charges);
  return compare(missing.value, ZERO) > 0 ? [adjustment("minimum", missing)] : [];
}

function costOf(
  job: JobHours,
  loaded: Trace,
  charges: Charges,
  surfaces: readonly OptionSurface[],
  pools: readonly PaintPool[],
  items: readonly MeasuredItem[],
): PricedCost {
  const inCents = (values: readonly Exact[]) => Number(rounded(sum(values)));
  const byHour = (rate: Trace) => times("labour-charge", CENTS, job.charged, rate).value;
  const pieces = surfaces.flatMap(({ labour }) => labour.piece?.cost.value ?? []);
  const onPaint = pools.flatMap((pool) => pool.sundriesCost?.value ?? []);
  return {
    labourCents: inCents([byHour(loaded), ...pieces]),
    paintCents: inCents(pools.map((pool) => pool.cost.value)),
    sundriesCents: inCents([...charges.sundriesCosts.map(byHour), ...onPaint]),
    itemsCents: inCents(items.map((item) => item.cost.value)),
  };
}

/** Why a total is no offer, whatever its lines say. */
function totalProblem(lines: readonly PricedLine[], totalCents: number): ProblemCode | null {
  if (lines.length === 0) return "nothing_to_price";
  if (totalCents > MAX_CENTS) return "total_too_large";
  if (totalCents < 0) return "total_negative";
  return totalCents === 0 ? "priced_zero" : null;
}

/**
 * Prices one option.
 *
 * @param blocked whether the estimate itself has a blocking problem.
 * @param problems receives what concerns this option alone.
 */
export function priceOption(
  book: CompiledBook,
  option: OptionRule,
  measured: readonly MeasuredSurface[],
  items: readonly MeasuredItem[],
  blocked: boolean,
  problems: Problem[],
): PricedOption {
  const own: Problem[] = [];
  const loaded = loadedRate(book);
  const surfaces = surfacesInOption(book, option, measured, loaded, own);
  const pools = fillPools(book, surfaces);
  const job = jobHours(book, surfaces);
  const charges = hourCharge(book, loaded);
  const painting = paintingLines(surfaces, job, charges, pools);
  const charged = [...painting.surfaces, ...items.map((item) => item.line), ...painting.setUp];
  const lines: readonly PricedLine[] = [...charged, ...minimumLine(book, charged)];
  const totalCents = lines.reduce((cents, line) => cents + line.cents, 0);
  const fault = totalProblem(lines, totalCents);
  if (fault !== null) own.push({ code: fault, blocking: true, option: option.key });
  problems.push(...own);
  const byKey = [...pools.values()].toSorted((one, other) =>
    one.need.key < other.need.key ? -1 : 1,
  );
  return {
    key: option.key,
    label: option.label,
    warrantyYears: option.warrantyYears,
    totalCents,
    acceptable: !blocked && !own.some((problem) => problem.blocking),
    lines,
    hours: job.priced,
    paint: byKey.map((pool) => pool.need),
    cost: costOf(job, loaded, charges, surfaces, byKey, items),
    trace: total(
      "total",
      CENTS,
      lines.map((line) => line.trace),
    ),
  };
}
