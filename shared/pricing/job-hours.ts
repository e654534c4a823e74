import { isZero, ZERO } from "../exact/exact.ts";
import { type CompiledBook, type EntryName, fromBook, settingLabels } from "./compiled-book.ts";
import { withProfit } from "./labour.ts";
import type { OptionSurface } from "./option-surfaces.ts";
import type { PricedHours } from "./priced-estimate.ts";
import { HOURS, over, per, plus, roundedUp, shareOf, times, total } from "./traced.ts";
import type { Trace } from "./trace.ts";

/** The hours of the whole job. */
export interface JobHours {
  readonly priced: PricedHours;
  /** Setting up and cleaning up; null when the book reckons none, or nothing is painted. */
  readonly setUp: Trace | null;
  /** Hours paid by the hour, set-up included; as exact as they are, and as charged. */
  readonly hourly: Trace;
  readonly charged: Trace;
}

const name: EntryName = { kind: "labour", key: "labour", label: settingLabels.labour };

function crewDaysFor(book: CompiledBook, painting: Trace): Trace {
  const { crewSize, hoursPerDay } = book.book.labour;
  const crew = fromBook(book, "crew-size", { of: "painter" }, crewSize, name);
  const day = fromBook(book, "hours-per-day", per("hour", "day"), hoursPerDay, name);
  const crewDay = times("crew-hours-per-day", per("hour", "day"), crew, day);
  return roundedUp("crew-days", { of: "day" }, over("crew-days", { of: "day" }, painting, crewDay));
}

/**
 * Adds up the job's hours: painting and prep of every surface, then set-up and clean-up for each day that
 * takes the crew, then the book's rounding of the hours that are paid by the hour. Work at a piece rate is
 * counted in hours but never rounded: its money is agreed.
 */
export function jobHours(book: CompiledBook, surfaces: readonly OptionSurface[]): JobHours {
  const { hours: rounding, setUpHoursPerCrewDay } = book.book.labour;
  const painting = total(
    "hours-painting",
    HOURS,
    surfaces.map(({ labour }) => labour.hours),
  );
  const days = crewDaysFor(book, painting);
  const setUpRate = fromBook(book, "set-up-rate", per("hour", "day"), setUpHoursPerCrewDay, name);
  const setUpHours = times("hours-set-up", HOURS, days, setUpRate);
  const setUp = isZero(setUpHours.value) ? null : setUpHours;
  const withSetUp = (hours: Trace) =>
    setUp === null ? hours : plus("hours-job", HOURS, hours, setUp);

  const implied = surfaces.flatMap(({ labour }) => labour.piece?.implied ?? []);
  const byHour =
    implied.length === 0
      ? painting
      : total(
          "hours-by-hour",
          HOURS,
          surfaces.flatMap(({ labour }) => labour.hourly ?? []),
        );
  const hourly = withSetUp(byHour);
  const charged = rounding === "exact" ? hourly : roundedUp("hours-job-charged", HOURS, hourly);
  const shown =
    implied.length === 0 ? charged : total("hours-job-charged", HOURS, [charged, ...implied]);
  return {
    setUp,
    hourly,
    charged,
    priced: {
      exact: withSetUp(painting).value,
      charged: shown.value,
      crewDays: Number(days.value.n),
      trace: shown,
    },
  };
}

/** What a line's hours count for once the job's hours have been rounded. */
export const chargedHours = (job: JobHours, hours: Trace): Trace =>
  job.charged === job.hourly || hours.value.n === ZERO.n
    ? hours
    : shareOf("hours-line-charged", HOURS, hours, job.hourly, job.charged);

/** What a customer is charged for an hour: loaded rate with profit, and the sundries reckoned by the hour. */
export function hourCharge(book: CompiledBook, loaded: Trace) {
  const unit = per("cents", "hour");
  const { profit, sundries } = book.book;
  const profitOn = (of: "labour" | "sundries"): EntryName => ({
    kind: "profit",
    key: of,
    label: settingLabels[of],
  });
  const labour = withProfit(book, profit.labour, profitOn("labour"), "hour-charge-labour", loaded);
  const costs = sundries.flatMap((rule) => {
    if (rule.kind !== "per-hour") return [];
    const { key, label } = rule;
    return [fromBook(book, "sundries-rate", unit, rule.perHour, { kind: "sundries", key, label })];
  });
  const charges = costs.map((cost) =>
    withProfit(book, profit.sundries, profitOn("sundries"), "hour-charge-sundries", cost),
  );
  return {
    charge: charges.length === 0 ? labour : total("hour-charge", unit, [labour, ...charges]),
    sundriesCosts: costs,
    pieceCharge: (piece: Trace) =>
      withProfit(book, profit.labour, profitOn("labour"), "piece-charge", piece),
  };
}
