import type { RecordOf } from "../../estimate/record.ts";
import type { PriceBook } from "../price-book.ts";
import {
  bandCharges,
  type Extra,
  startedSundries,
  sundriesByTheHourOf,
  tripCost,
} from "./charges.ts";
import { type Fraction, HUNDRED, sumOf, ZERO } from "./fraction.ts";
import { type JobHours, jobHours } from "./hours.ts";
import {
  addPriceProblems,
  costWithoutProfit,
  isTooLarge,
  itemPrice,
  type ReadItem,
} from "./items.ts";
import type { OptionSurface } from "./option-surface.ts";
import { type Pool, poolsOf } from "./pools.ts";
import type { Problems } from "./problems.ts";
import { type Profit, profitOn } from "./profit.ts";
import { loadedOf } from "./work.ts";

/** All that an option takes, and what it is sold for; nothing rounded yet. */
export interface Job {
  readonly book: PriceBook;
  readonly estimate: RecordOf<"estimate">;
  readonly surfaces: readonly OptionSurface[];
  /** Those that count, and those that are offered beside them. */
  readonly items: readonly ReadItem[];
  readonly offers: readonly ReadItem[];
  /** Of the crew-days lines that count. */
  readonly crewsHours: Fraction;
  readonly pools: readonly Pool[];
  readonly hours: JobHours;
  readonly trip: Fraction;
  readonly bands: readonly Extra[];
  readonly started: readonly Extra[];
  /** The sum of perHour, in cents. */
  readonly sundriesByTheHour: Fraction;
  /** Quantities of its surfaces that are counted in square feet. */
  readonly sqft: Fraction;
  readonly profit: Profit;
}

export function jobOf(
  book: PriceBook,
  estimate: RecordOf<"estimate">,
  surfaces: readonly OptionSurface[],
  allItems: readonly ReadItem[],
  problems: Problems,
): Job {
  const counting = allItems.filter(({ counts }) => counts);
  const pools = poolsOf(book, estimate, surfaces);
  const crews = counting.flatMap(({ crew }) => (crew === null ? [] : [crew]));
  const hours = jobHours(book, estimate, surfaces, crews);
  const trip = tripCost(book, hours);
  const bands = bandCharges(book, surfaces, hours);
  const started = startedSundries(book, estimate, surfaces, pools, hours);
  const sundriesByTheHour = sundriesByTheHourOf(book, estimate);
  const sqft = sumOf(
    surfaces
      .filter(({ measured }) => measured.substrate.unit === "sqft")
      .map(({ measured }) => measured.quantity),
  );
  // Page, section 5, `job-cost`.
  const cost = sumOf([
    hours.charged.times(loadedOf(book)),
    hours.piecePay,
    hours.leadPay,
    ...pools.map((pool) => pool.cost),
    ...pools.map((pool) => pool.sundries),
    hours.charged.times(sundriesByTheHour),
    ...started.map((extra) => extra.cost),
    trip,
    ...bands.map((extra) => extra.cost),
    ...counting.map((read) => costWithoutProfit(book, read, sundriesByTheHour)),
  ]);
  const size = { "job-cost": cost.over(HUNDRED), "job-sqft": sqft };
  const profit = profitOn(book, size, sundriesByTheHour);
  const isPriced = (read: ReadItem): boolean => {
    const { price } = itemPrice(book, read, profit, sundriesByTheHour);
    addPriceProblems(read, price, problems);
    return !isTooLarge(price);
  };
  const items = counting.filter(isPriced);
  return {
    book,
    estimate,
    surfaces,
    items,
    offers: allItems.filter(({ counts }) => !counts).filter(isPriced),
    crewsHours: sumOf(items.map(({ crew }) => crew?.hours ?? ZERO)),
    pools,
    hours,
    trip,
    bands,
    started,
    sundriesByTheHour,
    sqft,
    profit,
  };
}

/** Page, section 2: `pool charge`. */
export const poolCharge = ({ profit }: Job, pool: Pool): Fraction =>
  profit.paint(pool.cost, pool.product).plus(profit.sundries(pool.sundries));
