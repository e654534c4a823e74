import { isZero, ONE, subtract } from "../exact/exact.ts";
import { type CompiledBook, type EntryName, fromBook, settingLabels } from "./compiled-book.ts";
import type { OptionSurface } from "./option-surfaces.ts";
import {
  CENTS,
  constant,
  DAYS,
  FACTOR,
  HOURS,
  less,
  over,
  per,
  plusAll,
  roundedUp,
  shareOf,
  times,
  total,
  counted,
} from "./traced.ts";
import type { Trace } from "./trace.ts";

/** What working lead-safe adds; either is null where there is none of it. */
export interface LeadWork {
  readonly hours: Trace | null;
  /** On what piece rates pay, in cents. */
  readonly pay: Trace | null;
}

/** The hours of the measured work; crews' days come on top of it. */
export interface JobHours {
  readonly lead: LeadWork;
  /** Setting up and cleaning up; null when the book reckons none, or nothing is painted. */
  readonly setUp: Trace | null;
  /** Hours paid by the hour, lead-safe work and set-up included; as exact as they are, and as charged. */
  readonly byHour: Trace;
  readonly charged: Trace;
  /** Everything measured, set-up left out: what the crew's days follow from. */
  readonly measured: Trace;
  /** The pay of piece rates, lead-safe work included, in the hours that it counts as. */
  readonly implied: Trace | null;
  readonly measuredDays: Trace;
}

const name: EntryName = { kind: "labour", key: "labour", label: settingLabels.labour };
const NO_HOURS = constant("hours-by-hour", HOURS, 0);
const ONCE = constant("hundred", FACTOR, 1);

/** The lead-safe factor's part above one, of the hours and of the pay. */
function leadWork(book: CompiledBook, hourly: Trace | null, pay: Trace | null): LeadWork {
  const rule = book.book.leadSafe;
  if (rule === null) return { hours: null, pay: null };
  const factor = fromBook(book, "lead-factor", FACTOR, rule.factor, {
    kind: "lead-safe",
    key: "lead-safe",
    label: settingLabels.leadSafe,
  });
  if (isZero(subtract(factor.value, ONE))) return { hours: null, pay: null };
  const part = less("lead-part", FACTOR, factor, ONCE);
  return {
    hours: hourly && times("hours-lead", HOURS, hourly, part),
    pay: pay && times("lead-pay", CENTS, pay, part),
  };
}

function daysFor(book: CompiledBook, hours: Trace): Trace {
  const { crewSize, hoursPerDay } = book.book.labour;
  const crew = fromBook(book, "crew-size", counted("painter"), crewSize, name);
  const day = fromBook(book, "hours-per-day", per("hour", "day"), hoursPerDay, name);
  const crewDay = times("crew-hours-per-day", per("hour", "day"), crew, day);
  return roundedUp("crew-days-measured", DAYS, over("crew-days-measured", DAYS, hours, crewDay));
}

const sumOf = (key: Trace["key"], parts: readonly Trace[]): Trace | null =>
  parts.length === 0 ? null : total(key, key === "piece-pay" ? CENTS : HOURS, parts);

/**
 * Adds up the hours of the measured work: painting, primer and prep of every surface, what lead-safe work adds,
 * then set-up for each day that takes the crew, then the book's rounding of the hours that are paid by the
 * hour. Work at a piece rate is counted in hours but never rounded: its money is agreed.
 */
export function jobHours(
  book: CompiledBook,
  surfaces: readonly OptionSurface[],
  loaded: Trace,
  leadSafe: boolean,
): JobHours {
  const { hours: rounding, setUpHoursPerCrewDay } = book.book.labour;
  const hourly = sumOf(
    "hours-by-hour",
    surfaces.flatMap(({ labour }) => labour.hourly ?? []),
  );
  const pay = sumOf(
    "piece-pay",
    surfaces.flatMap(({ labour }) => labour.piece?.cost ?? []),
  );
  const lead = leadSafe ? leadWork(book, hourly, pay) : { hours: null, pay: null };
  const allPay = plusAll("piece-pay", CENTS, [pay, lead.pay]);
  const implied = allPay && over("hours-implied", HOURS, allPay, loaded);
  const working = plusAll("hours-by-hour", HOURS, [hourly, lead.hours]);
  const measured = plusAll("hours-painting", HOURS, [working, implied]) ?? NO_HOURS;
  const measuredDays = daysFor(book, measured);
  const setUpRate = fromBook(book, "set-up-rate", per("hour", "day"), setUpHoursPerCrewDay, name);
  const setUpHours = times("hours-set-up", HOURS, measuredDays, setUpRate);
  const setUp = isZero(setUpHours.value) ? null : setUpHours;
  const byHour = plusAll("hours-job", HOURS, [working, setUp]) ?? NO_HOURS;
  const charged = rounding === "exact" ? byHour : roundedUp("hours-job-charged", HOURS, byHour);
  return { lead, setUp, byHour, charged, measured, implied, measuredDays };
}

/** What a line's hours count for once the job's hours have been rounded. */
export const chargedHours = (job: JobHours, hours: Trace): Trace =>
  job.charged === job.byHour || isZero(hours.value)
    ? hours
    : shareOf("hours-line-charged", HOURS, hours, job.byHour, job.charged);

/** Whole days on the job: of the book's crew for what is measured, and those of crews' lines. */
export const daysOnJob = (job: JobHours, crewLineDays: readonly Trace[]): Trace =>
  crewLineDays.length === 0
    ? job.measuredDays
    : total("crew-days", DAYS, [job.measuredDays, ...crewLineDays]);
