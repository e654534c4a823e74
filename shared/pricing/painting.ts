import type { LabourRule } from "./book/substrate.ts";
import type { Method, Primer } from "./book/work.ts";
import { type CompiledBook, type EntryName, fromBook, settingLabels } from "./compiled-book.ts";
import { CENTS_PER_DOLLAR, readCurve } from "./curve.ts";
import type { MeasuredSurface } from "./measured-surface.ts";
import {
  CENTS,
  FACTOR,
  HOURS,
  over,
  per,
  PERCENT,
  percentOf,
  times,
  counted,
  timesAll,
  isOnce,
} from "./traced.ts";
import type { Trace, Unit } from "./trace.ts";

/** Painting a surface: hours, or what a piece rate pays for it in cents. */
export type PaintingWork =
  | { readonly kind: "hours"; readonly hours: Trace }
  | { readonly kind: "pay"; readonly pay: Trace };

/** Quantities of all painted surfaces of a substrate, for rates that fall with the size of the job. */
export type JobQuantities = ReadonlyMap<string, Trace>;

const labourName: EntryName = { kind: "labour", key: "labour", label: settingLabels.labour };

/** What an hour of a painter costs the firm: wage × load. */
export function loadedRate(book: CompiledBook): Trace {
  const { wage, load } = book.book.labour;
  const unit = per("cents", "hour");
  return times(
    "loaded-rate",
    unit,
    fromBook(book, "wage", unit, wage, labourName),
    fromBook(book, "load", FACTOR, load, labourName),
  );
}

const nameOf = ({ substrate }: MeasuredSurface): EntryName => ({
  kind: "substrate",
  key: substrate.key,
  label: substrate.label,
  includes: substrate.includes,
});

function rateUnit(labour: LabourRule, unit: MeasuredSurface["substrate"]["unit"]): Unit {
  switch (labour.kind) {
    case "units-per-hour":
      return per(unit, "hour");
    case "hours-per-unit":
      return per("hour", unit);
    case "piece":
      return per("cents", unit);
  }
}

/** The rate for so many coats; null when the book has none. */
function rateFor(
  book: CompiledBook,
  measured: MeasuredSurface,
  coats: number,
  jobQuantities: JobQuantities,
): Trace | null {
  const { substrate, quantity } = measured;
  const { labour, unit } = substrate;
  const curve = labour.byCoats[coats - 1];
  if (curve === undefined) return null;
  return readCurve(book, curve, {
    key: labour.kind === "piece" ? "piece-rate" : "production-rate",
    unit: rateUnit(labour, unit),
    name: nameOf(measured),
    scale: labour.kind === "piece" ? CENTS_PER_DOLLAR : undefined,
    at: (by) => ({ x: by === "job" ? (jobQuantities.get(substrate.key) ?? quantity) : quantity }),
  });
}

function workAt(
  rule: LabourRule["kind"],
  quantity: Trace,
  rate: Trace,
  factors: readonly Trace[],
): PaintingWork {
  if (rule === "piece")
    return { kind: "pay", pay: timesAll("piece-cost", CENTS, quantity, [rate, ...factors]) };
  const plain =
    rule === "units-per-hour"
      ? over("hours-coats", HOURS, quantity, rate)
      : times("hours-coats", HOURS, quantity, rate);
  return { kind: "hours", hours: timesAll("hours-coats-adjusted", HOURS, plain, factors) };
}

/** Everything that multiplies a surface's painting: its circumstances, then the method. */
export function labourFactors(
  book: CompiledBook,
  measured: MeasuredSurface,
  method: Method,
): readonly Trace[] {
  const { key, label, labour } = method;
  const ofMethod = fromBook(book, "multiplier", FACTOR, labour, { kind: "method", key, label });
  return isOnce(ofMethod) ? measured.factors.labour : [...measured.factors.labour, ofMethod];
}

/**
 * The finish coats: quantity ÷ production rate × multipliers.
 *
 * @param coats full coats: the rate for two coats is of both, not of the second one.
 * @returns null when the book has no rate for so many coats.
 */
export function paintingOf(
  book: CompiledBook,
  measured: MeasuredSurface,
  coats: number,
  factors: readonly Trace[],
  jobQuantities: JobQuantities,
): PaintingWork | null {
  const rate = rateFor(book, measured, coats, jobQuantities);
  if (rate === null) return null;
  return workAt(measured.substrate.labour.kind, measured.quantity, rate, factors);
}

/** The part of a surface that is primed. */
export function primedQuantity(
  book: CompiledBook,
  measured: MeasuredSurface,
  primer: Primer,
): Trace {
  const { key, label, percent } = primer;
  const part = fromBook(book, "primer-part", PERCENT, percent, { kind: "primer", key, label });
  return percentOf("primer-quantity", counted(measured.substrate.unit), part, measured.quantity);
}

/** The primer coat: one coat on the primed part, at the primer's percentage of its time. */
export function primingOf(
  book: CompiledBook,
  measured: MeasuredSurface,
  primer: Primer,
  factors: readonly Trace[],
  jobQuantities: JobQuantities,
): PaintingWork | null {
  const rate = rateFor(book, measured, 1, jobQuantities);
  if (rate === null) return null;
  const { key, label, labour } = primer;
  const part = primedQuantity(book, measured, primer);
  const work = workAt(measured.substrate.labour.kind, part, rate, factors);
  const percent = fromBook(book, "primer-labour", PERCENT, labour, { kind: "primer", key, label });
  return work.kind === "pay"
    ? { kind: "pay", pay: percentOf("piece-cost", CENTS, percent, work.pay) }
    : { kind: "hours", hours: percentOf("hours-primer", HOURS, percent, work.hours) };
}
