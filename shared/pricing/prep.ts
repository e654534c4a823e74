import { compare, exact } from "../exact/exact.ts";
import { parseTaskPercents, type TaskPercent } from "../estimate/prep-tasks.ts";
import type { Sourced } from "./book/numbers.ts";
import { parseQuantity } from "../units/decimal.ts";
import type { PrepLevel, PrepTask } from "./book/work.ts";
import { type CompiledBook, type EntryName, fromBook } from "./compiled-book.ts";
import type { MeasuredSurface } from "./measured-surface.ts";
import { PREP_BY_OPTION } from "./choice-keys.ts";
import type { PricedPrep } from "./priced-estimate.ts";
import type { ProblemCode } from "./problem.ts";
import { MAX_QUANTITY } from "./quantities.ts";
import {
  constant,
  given,
  HOURS,
  over,
  per,
  PERCENT,
  percentOf,
  times,
  total,
  counted,
  timesAll,
  isOnce,
} from "./traced.ts";
import type { Trace } from "./trace.ts";

/** What preparing one surface takes, and how a work order says it. */
export interface PrepWork {
  /** Null: none. */
  readonly hours: Trace | null;
  /** Percent of paint on top, of a level that says so. */
  readonly paint: Trace | null;
  readonly shown: PricedPrep;
}

type Note = (code: ProblemCode, typed: string) => void;

const scaledBy = (plain: Trace, factors: readonly Trace[]): Trace =>
  timesAll("hours-prep-adjusted", HOURS, plain, factors);

/** What the surface counts as when it is prepared: a window ten linear feet. */
function preparedQuantity(book: CompiledBook, { quantity, substrate }: MeasuredSurface): Trace {
  const { key, label, unit, prep } = substrate;
  const name: EntryName = { kind: "substrate", key, label };
  const each = fromBook(book, "prep-equivalent", per(prep.basis, unit), prep.perUnit, name);
  if (unit === prep.basis && isOnce(each)) return quantity;
  return times("prep-quantity", counted(prep.basis), quantity, each);
}

/** Hours of prep tasks: each on its percentage of the surface, in minutes for a hundred of it. */
function taskHours(
  book: CompiledBook,
  measured: MeasuredSurface,
  tasks: readonly { readonly task: PrepTask; readonly percent: Trace }[],
): Trace | null {
  if (tasks.length === 0) return null;
  const { basis } = measured.substrate.prep;
  const quantity = preparedQuantity(book, measured);
  const hundred = constant("hundred", counted(basis), 100);
  const hour = constant("minutes-per-hour", per("minute", "hour"), 60);
  const hours = tasks.map(({ task, percent }) => {
    const { key, label, includes, minutesPer100 } = task;
    const name: EntryName = { kind: "prep-task", key, label, includes };
    const unit = counted("minute");
    const minutes = fromBook(book, "prep-task-minutes", unit, minutesPer100[basis], name);
    const part = percentOf("prep-quantity", counted(basis), percent, quantity);
    const hundreds = over("prep-quantity", counted("factor"), part, hundred);
    return over("hours-prep-task", HOURS, times("hours-prep-task", unit, hundreds, minutes), hour);
  });
  const [only] = hours;
  const plain = hours.length === 1 && only ? only : total("hours-prep", HOURS, hours);
  return scaledBy(plain, measured.factors.prep);
}

const surfaceReference = ({ surface, substrate }: MeasuredSurface, typed: string) =>
  ({ kind: "surface", id: surface.id, name: substrate.label, typed }) as const;

function ownTasks(
  book: CompiledBook,
  measured: MeasuredSurface,
  chosen: readonly TaskPercent[],
  note: Note,
): PrepWork {
  const tasks = chosen.flatMap(({ task: key, percent }) => {
    const task = book.prepTasks.get(key);
    if (percent > 100) note("percent_too_large", `${key}=${percent}`);
    if (task === undefined) {
      note("unknown_prep_task", key);
      return [];
    }
    const from = surfaceReference(measured, String(percent));
    return [{ task, percent: given("prep-task-percent", PERCENT, exact(percent), from) }];
  });
  return {
    hours: taskHours(book, measured, tasks),
    paint: null,
    shown: {
      kind: "tasks",
      tasks: chosen.map(({ task, percent }) => ({
        label: book.prepTasks.get(task)?.label ?? { en: task, es: task },
        percent,
      })),
    },
  };
}

function ownHours(measured: MeasuredSurface, typed: string, note: Note): PrepWork | null {
  const parsed = parseQuantity(typed);
  if (!parsed.ok) {
    note(parsed.error.code === "empty" ? "quantity_missing" : "quantity_not_a_number", typed);
    return null;
  }
  if (compare(parsed.value, MAX_QUANTITY) > 0) {
    note("quantity_too_large", typed);
    return null;
  }
  const from = surfaceReference(measured, typed);
  return {
    hours: given("hours-prep-typed", HOURS, parsed.value, from),
    paint: null,
    shown: { kind: "hours", hours: parsed.value },
  };
}

function byLevel(
  book: CompiledBook,
  measured: MeasuredSurface,
  level: PrepLevel,
  painting: Trace,
): PrepWork {
  const { key, label, includes, how } = level;
  const name: EntryName = { kind: "prep", key, label, includes };
  const shown = { kind: "level", label } as const;
  const { basis } = measured.substrate.prep;
  switch (how.kind) {
    case "none":
      return { hours: null, paint: null, shown };
    case "rate": {
      const number: Sourced = basis === "sqft" ? how.sqftPerHour : how.lfPerHour;
      const rate = fromBook(book, "prep-rate", per(basis, "hour"), number, name);
      const plain = over("hours-prep", HOURS, preparedQuantity(book, measured), rate);
      return { hours: scaledBy(plain, measured.factors.prep), paint: null, shown };
    }
    case "tasks": {
      const tasks = how.tasks.flatMap(({ task: taskKey, percent }) => {
        const task = book.prepTasks.get(taskKey);
        if (task === undefined) return [];
        return [{ task, percent: fromBook(book, "prep-task-percent", PERCENT, percent, name) }];
      });
      return { hours: taskHours(book, measured, tasks), paint: null, shown };
    }
    case "percent": {
      const labour = fromBook(book, "prep-percent", PERCENT, how.labour, name);
      return {
        hours: percentOf("hours-prep", HOURS, labour, painting),
        paint: fromBook(book, "prep-paint", PERCENT, how.paint, name),
        shown,
      };
    }
  }
}

/**
 * Prep of one surface: hours as typed, or its own tasks, or the level it or its option names.
 *
 * @param ofOption the option's level, for a surface that leaves it open.
 * @param painting the finish coats' hours, or those that a piece rate counts as.
 * @param note is told what cannot be read or is not known; the surface is priced without it.
 */
export function prepOf(
  book: CompiledBook,
  measured: MeasuredSurface,
  ofOption: string,
  painting: Trace,
  note: Note,
): PrepWork {
  const { prep, prepHours, prepTasks } = measured.surface;
  const none = (key: string): PrepWork => ({
    hours: null,
    paint: null,
    shown: { kind: "level", label: { en: key, es: key } },
  });
  if (prepHours !== null && prepHours.trim() !== "") {
    return ownHours(measured, prepHours, note) ?? none(prepHours);
  }
  const chosen = parseTaskPercents(prepTasks);
  if (chosen.length > 0) return ownTasks(book, measured, chosen, note);
  const key = prep === PREP_BY_OPTION ? ofOption : prep;
  const level = book.prepLevels.get(key);
  if (level !== undefined) return byLevel(book, measured, level, painting);
  note("unknown_prep", key);
  return none(key);
}
