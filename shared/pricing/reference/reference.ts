import type { Estimate } from "../../estimate/estimate.ts";
import type { OptionRule } from "../book/paint.ts";
import type { PriceBook } from "../price-book.ts";
import type { ProblemCode } from "../problem.ts";
import { choicesOf } from "./choices.ts";
import { costParts, shownCost } from "./cost.ts";
import { sumOf, whole } from "./fraction.ts";
import { gallonsOf } from "./gallons.ts";
import { addDiscountProblems, addHints, addPrimerHints } from "./hints.ts";
import { addClashes, costWithoutProfit, itemPrice, type ReadItem, readItems } from "./items.ts";
import { type Job, jobOf } from "./job.ts";
import { type Line, linesOf } from "./lines.ts";
import { type MeasuredSurface, measuredSurfaces } from "./measured.ts";
import { isBeyondAll, type Money, moneyOf } from "./money.ts";
import type { OptionSurface } from "./option-surface.ts";
import { Problems } from "./problems.ts";
import type { ReferenceOption, ReferencePrice } from "./result.ts";
import { quotient, shownLine } from "./shown-line.ts";
import { shownPaint } from "./shown-paint.ts";
import { workOf } from "./work.ts";

/**
 * A second, slow implementation of docs/pricing.md, written from that page alone and kept apart from the engine:
 * its own fractions, rounding, curves and cans. Only lengths and quantities are read with `shared/units`.
 */
export function priceByThePage(estimate: Estimate, book: PriceBook): ReferencePrice {
  const problems = new Problems();
  const measured = measuredSurfaces(estimate, book, problems);
  const items = readItems(estimate, book, problems);
  addClashes(estimate, problems);
  addHints(estimate, book, problems);
  addDiscountProblems(estimate, book, problems);
  const options = book.options.map((option) =>
    priceOption(estimate, book, option, measured, items, problems),
  );
  return {
    options: options.map((option) => ({ ...option, acceptable: problems.allows(option.key) })),
    problems: problems.sorted(),
  };
}

function priceOption(
  estimate: Estimate,
  book: PriceBook,
  option: OptionRule,
  measured: readonly MeasuredSurface[],
  items: readonly ReadItem[],
  problems: Problems,
): Omit<ReferenceOption, "acceptable"> {
  const surfaces = measured.flatMap((surface): readonly OptionSurface[] => {
    const choices = choicesOf(book, option, surface, problems);
    if (choices === null) return [];
    const work = workOf(book, option.key, surface, measured, choices, problems);
    return [{ measured: surface, choices, work, gallons: gallonsOf(book, surface, choices) }];
  });
  addPrimerHints(book, option.key, surfaces, problems);
  const job = jobOf(book, estimate.estimate, surfaces, items, problems);
  const lines = linesOf(job);
  const money = moneyOf(job, estimate, lines);
  addTotalProblems(option.key, lines, money, problems);
  const { hours } = job;
  return {
    key: option.key,
    warrantyYears: warrantyOf(option, surfaces),
    total: String(money.total),
    lines: lines.map((line) => shownLine(job, line)),
    offers: job.offers.map((read) =>
      shownLine(job, {
        kind: "item",
        id: read.item.id,
        cents: itemPrice(book, read, job.profit, job.sundriesByTheHour).price.nearest(),
      }),
    ),
    money: money.shown,
    hours: {
      exact: String(sumOf([hours.measured, hours.setUp, job.crewsHours])),
      charged: String(sumOf([hours.charged, hours.piece, job.crewsHours])),
      crewDays: String(hours.crewDays),
    },
    paint: shownPaint(book, job.pools),
    cost: costOf(job, money),
    implied: {
      sqft: String(job.sqft),
      centsPerSqft: quotient(whole(money.net), job.sqft),
      sqftPerHour: job.sqft.isZero()
        ? null
        : quotient(job.sqft, sumOf(surfaces.map(({ work }) => work.hours))),
      centsPerCrewDay: quotient(whole(money.net), whole(hours.crewDays)),
    },
  };
}

/** The option's own, or the least of the products that it paints with. */
function warrantyOf(option: OptionRule, surfaces: readonly OptionSurface[]): number {
  if (option.warrantyYears !== null) return option.warrantyYears;
  const years = surfaces.map(({ choices }) => choices.product.warrantyYears);
  return years.length === 0 ? 0 : Math.min(...years);
}

function addTotalProblems(
  option: string,
  lines: readonly Line[],
  money: Money,
  problems: Problems,
): void {
  const { net, subtotal, total } = money;
  const add = (code: ProblemCode) => problems.add({ code, blocking: true, option });
  if (lines.length === 0) add("nothing_to_price");
  else if (isBeyondAll(money)) add("total_too_large");
  else if (total === 0n) add("priced_zero");
  else if (total < 0n) add("total_negative");
  if (subtotal < net) problems.add({ code: "below_net", blocking: false, option });
}

function costOf(job: Job, { subtotal }: Money) {
  const { book, hours, pools, profit, sundriesByTheHour } = job;
  const parts = costParts(
    book,
    hours,
    job.crewsHours,
    pools,
    sundriesByTheHour,
    job.started,
    [job.trip, ...job.bands.map(({ cost }) => cost)],
    job.items.map((read) =>
      read.item.kind === "crew-days"
        ? whole(read.item.materialCost)
        : read.item.kind === "price"
          ? itemPrice(book, read, profit, sundriesByTheHour).cost
          : costWithoutProfit(book, read, sundriesByTheHour),
    ),
  );
  return shownCost(parts, subtotal);
}
