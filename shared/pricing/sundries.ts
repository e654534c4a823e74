import { isZero } from "../exact/exact.ts";
import type { SundriesRule } from "./book/work.ts";
import { type CompiledBook, type EntryName, fromBook } from "./compiled-book.ts";
import type { Localised } from "./book/numbers.ts";
import type { OptionSurface } from "./option-surfaces.ts";
import type { PaintPool } from "./pools.ts";
import {
  atLeast,
  CENTS,
  constant,
  GALLONS,
  HOURS,
  over,
  per,
  roundedUp,
  times,
  total,
  counted,
} from "./traced.ts";
import type { BaseUnit, Trace } from "./trace.ts";

type StartedRule = Extract<SundriesRule, { readonly kind: "per-started" }>;
type HourlyRule = Extract<SundriesRule, { readonly kind: "per-hour" }>;

/** Sundries counted over the whole job, before profit. */
export interface SundriesCost {
  readonly id: string;
  readonly label: Localised;
  readonly cost: Trace;
}

/** The rules that hold for an estimate: some only when the work is lead-safe. */
export const rulesInForce = (book: CompiledBook, leadSafe: boolean): readonly SundriesRule[] =>
  book.book.sundries.filter((rule) => rule.onlyIf === undefined || leadSafe);

/** What sundries cost for each hour that is charged; null when no rule goes by the hour. */
export function hourlySundries(book: CompiledBook, rules: readonly SundriesRule[]): Trace | null {
  const unit = per("cents", "hour");
  const rates = rules
    .filter((rule): rule is HourlyRule => rule.kind === "per-hour")
    .map(({ key, label, perHour }) =>
      fromBook(book, "sundries-rate", unit, perHour, { kind: "sundries", key, label }),
    );
  const [only] = rates;
  if (only === undefined) return null;
  return rates.length === 1 ? only : total("sundries-rate", unit, rates);
}

/** What the job has of the things that sundries are counted by. */
export interface JobAmounts {
  readonly surfaces: readonly OptionSurface[];
  readonly pools: readonly PaintPool[];
  readonly crewDays: Trace;
}

const countedUnit: Readonly<Record<StartedRule["of"], BaseUnit>> = {
  sqft: "sqft",
  lf: "lf",
  each: "each",
  hour: "hour",
  gallon: "gallon",
  area: "area",
  "crew-day": "day",
};

function amountOf(rule: StartedRule, { surfaces, pools, crewDays }: JobAmounts): Trace {
  switch (rule.of) {
    case "sqft":
    case "lf":
    case "each":
      return total(
        "sundries-amount",
        counted(rule.of),
        surfaces
          .filter(({ measured }) => measured.substrate.unit === rule.of)
          .map(({ measured }) => measured.quantity),
      );
    case "hour":
      return total(
        "sundries-amount",
        HOURS,
        surfaces.map(({ labour }) => labour.hours),
      );
    case "gallon":
      return total(
        "sundries-amount",
        GALLONS,
        pools.map((pool) => pool.gallons),
      );
    case "area": {
      const areas = new Set(surfaces.map(({ measured }) => measured.area.id));
      return constant("areas", counted("area"), areas.size);
    }
    case "crew-day":
      return crewDays;
  }
}

function startedCost(book: CompiledBook, rule: StartedRule, amounts: JobAmounts): SundriesCost {
  const { key, label } = rule;
  const name: EntryName = { kind: "sundries", key, label };
  const unit = counted(countedUnit[rule.of]);
  const units = fromBook(book, "sundries-units", unit, rule.units, name);
  const each = counted("each");
  const started = roundedUp(
    "sundries-count",
    each,
    over("sundries-count", each, amountOf(rule, amounts), units),
  );
  const count =
    rule.minimum === 0
      ? started
      : atLeast(
          "sundries-count",
          each,
          started,
          fromBook(book, "sundries-minimum", each, minimumOf(rule), name),
        );
  const rate = fromBook(book, "sundries-each", per("cents", "each"), rule.cost, name);
  return { id: `sundries-${key}`, label, cost: times("sundries-cost", CENTS, count, rate) };
}

const minimums = new WeakMap<StartedRule, { readonly value: string; readonly source: string }>();

/** A rule's least count as a sourced number, the same object each time, so that its leaf is shared. */
function minimumOf(rule: StartedRule) {
  const known = minimums.get(rule);
  if (known !== undefined) return known;
  const number = { value: String(rule.minimum), source: rule.units.source };
  minimums.set(rule, number);
  return number;
}

/** One for every started so-many units, for each such rule; needs something painted. */
export const startedSundries = (
  book: CompiledBook,
  rules: readonly SundriesRule[],
  amounts: JobAmounts,
): readonly SundriesCost[] =>
  amounts.surfaces.length === 0
    ? []
    : rules
        .filter((rule): rule is StartedRule => rule.kind === "per-started")
        .map((rule) => startedCost(book, rule, amounts))
        .filter(({ cost }) => !isZero(cost.value));
