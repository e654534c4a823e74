import { type CompiledBook, type EntryName, fromBook, settingLabels } from "./compiled-book.ts";
import type { MeasuredSurface } from "./measured-surface.ts";
import { PREP_BY_OPTION, type PrepLevel } from "./price-book.ts";
import {
  FACTOR,
  HOURS,
  markedUp,
  CENTS,
  over,
  per,
  plus,
  SQFT,
  times,
  withMargin,
} from "./traced.ts";
import type { Trace, TraceKey, Unit } from "./trace.ts";
import type { ProfitRule } from "./price-book.ts";

/** The work on one surface. */
export interface SurfaceLabour {
  /** Hours of painting and prep; a piece rate's money is turned into the hours it would buy. */
  readonly hours: Trace;
  /** The part of the hours that is paid by the hour; null when a piece rate pays for all of it. */
  readonly hourly: Trace | null;
  /** What a piece rate pays, in cents, and the hours that money would buy; null for work by the hour. */
  readonly piece: { readonly cost: Trace; readonly implied: Trace } | null;
}

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

/** A cost with the book's profit on it. */
export function withProfit(
  book: CompiledBook,
  rule: ProfitRule,
  name: EntryName,
  key: TraceKey,
  cost: Trace,
): Trace {
  const percent = fromBook(book, "profit", { of: "percent" }, rule.percent, name);
  return rule.kind === "markup"
    ? markedUp(key, cost.unit, cost, percent)
    : withMargin(key, cost.unit, cost, percent);
}

const adjusted = (key: TraceKey, unit: Unit, plain: Trace, factors: readonly Trace[]): Trace =>
  factors.length === 0 ? plain : times(key, unit, plain, ...factors);

const nameOf = ({ substrate }: MeasuredSurface): EntryName => ({
  kind: "substrate",
  key: substrate.key,
  label: substrate.label,
  includes: substrate.includes,
});

/** Painting hours, or a piece rate's cost; null when the book has no rate for so many coats. */
function paintingWork(book: CompiledBook, measured: MeasuredSurface, coats: number) {
  const { quantity, substrate, factors } = measured;
  const { labour, unit } = substrate;
  const number = labour.byCoats[coats - 1];
  if (number === undefined) return null;
  const rateUnit = {
    "units-per-hour": per(unit, "hour"),
    "hours-per-unit": per("hour", unit),
    piece: per("cents", unit),
  }[labour.kind];
  const key = labour.kind === "piece" ? "piece-rate" : "production-rate";
  const rate = fromBook(book, key, rateUnit, number, nameOf(measured));
  switch (labour.kind) {
    case "units-per-hour": {
      const plain = over("hours-coats", HOURS, quantity, rate);
      return { hours: adjusted("hours-coats-adjusted", HOURS, plain, factors.labour) };
    }
    case "hours-per-unit": {
      const plain = times("hours-coats", HOURS, quantity, rate);
      return { hours: adjusted("hours-coats-adjusted", HOURS, plain, factors.labour) };
    }
    case "piece":
      return { piece: times("piece-cost", CENTS, quantity, rate, ...factors.labour) };
  }
}

function prepHours(book: CompiledBook, measured: MeasuredSurface, level: PrepLevel): Trace | null {
  if (level.sqftPerHour === null) return null;
  const { quantity, substrate, factors } = measured;
  const sqft = times(
    "prep-quantity",
    SQFT,
    quantity,
    fromBook(book, "prep-equivalent", per("sqft", substrate.unit), substrate.prepSqft, {
      kind: "substrate",
      key: substrate.key,
      label: substrate.label,
    }),
  );
  const { key, label, includes } = level;
  const name: EntryName = { kind: "prep", key, label, includes };
  const rate = fromBook(book, "prep-rate", per("sqft", "hour"), level.sqftPerHour, name);
  const plain = over("hours-prep", HOURS, sqft, rate);
  return adjusted("hours-prep-adjusted", HOURS, plain, factors.prep);
}

/** The surface's own prep level, or the option's when the surface leaves it to the option. */
export const prepKeyOf = ({ surface }: MeasuredSurface, ofOption: string): string =>
  surface.prep === PREP_BY_OPTION ? ofOption : surface.prep;

/**
 * The work of one surface: quantity ÷ production rate × multipliers, plus its prep.
 *
 * @param coats full coats: the rate for two coats is of both, not of the second one.
 * @param level undefined when the book does not know it: priced without prep, beside the problem.
 * @returns null when the book has no rate for so many coats.
 */
export function labourOf(
  book: CompiledBook,
  measured: MeasuredSurface,
  coats: number,
  level: PrepLevel | undefined,
  loaded: Trace,
): SurfaceLabour | null {
  const work = paintingWork(book, measured, coats);
  if (work === null) return null;
  const prep = level === undefined ? null : prepHours(book, measured, level);
  const { hours, piece } = work;
  if (piece === undefined) {
    const all = prep === null ? hours : plus("hours-line", HOURS, hours, prep);
    return { hours: all, hourly: all, piece: null };
  }
  const implied = over("hours-implied", HOURS, piece, loaded);
  const all = prep === null ? implied : plus("hours-line", HOURS, implied, prep);
  return { hours: all, hourly: prep, piece: { cost: piece, implied } };
}
