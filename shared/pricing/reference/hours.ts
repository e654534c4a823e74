import type { RecordOf } from "../../estimate/record.ts";
import type { PriceBook } from "../price-book.ts";
import { decimal, type Fraction, ONE, sumOf, whole, ZERO } from "./fraction.ts";
import type { Crew } from "./items.ts";
import type { OptionSurface } from "./option-surface.ts";
import { loadedOf } from "./work.ts";

/** The figures of the page's section 3, by its names; hours, and cents for pay. */
export interface JobHours {
  readonly leadHours: Fraction;
  readonly leadPay: Fraction;
  readonly piecePay: Fraction;
  readonly measured: Fraction;
  readonly setUp: Fraction;
  readonly byHour: Fraction;
  readonly charged: Fraction;
  readonly crewDays: bigint;
  /** What piece pay and leadPay count as. */
  readonly piece: Fraction;
  /** `h × charged ÷ byHour` */
  readonly asCharged: (hours: Fraction) => Fraction;
}

/**
 * Page, section 3.
 *
 * @param crews those of the crew-days lines that count.
 */
export function jobHours(
  book: PriceBook,
  estimate: RecordOf<"estimate">,
  surfaces: readonly OptionSurface[],
  crews: readonly Crew[],
): JobHours {
  const { labour } = book;
  const loaded = loadedOf(book);
  const paidByTheHour = sumOf(surfaces.map(({ work }) => work.paidByTheHour));
  const piecePay = sumOf(surfaces.map(({ work }) => work.pay));
  const above =
    estimate.leadSafe === true && book.leadSafe !== null
      ? decimal(book.leadSafe.factor.value).minus(ONE)
      : ZERO;

  const leadHours = above.times(paidByTheHour);
  const leadPay = above.times(piecePay);
  const measured = sumOf(surfaces.map(({ work }) => work.hours))
    .plus(leadHours)
    .plus(leadPay.over(loaded));
  const crewDay = decimal(labour.crewSize.value).times(decimal(labour.hoursPerDay.value));
  const measuredDays = measured.over(crewDay).up();
  const setUp = whole(measuredDays).times(decimal(labour.setUpHoursPerCrewDay.value));
  const byHour = paidByTheHour.plus(leadHours).plus(setUp);
  const charged = labour.hours === "whole-hours-up" ? whole(byHour.up()) : byHour;

  return {
    leadHours,
    leadPay,
    piecePay,
    measured,
    setUp,
    byHour,
    charged,
    crewDays: crews.reduce((days, crew) => days + crew.days.up(), measuredDays),
    piece: piecePay.plus(leadPay).over(loaded),
    asCharged: (hours) => (byHour.isZero() ? ZERO : hours.times(charged).over(byHour)),
  };
}
