import {
  divide,
  type Exact,
  exact,
  isNegative,
  isZero,
  multiply,
  sign,
  subtract,
  ZERO,
} from "../exact/exact.ts";
import { centsOf } from "./cents.ts";
import type { CompiledBook } from "./compiled-book.ts";
import { fromBook } from "./compiled-book.ts";
import type { HourCharge, HourCost } from "./hour-charge.ts";
import { isTooLarge, type ReadItem } from "./items.ts";
import type { Problem } from "./problem.ts";
import { bookProfit, type JobSize, withProfit } from "./profit.ts";
import {
  CENTS,
  FACTOR,
  over,
  plus,
  plusAll,
  shareOf,
  times,
  toCents,
  withMargin,
} from "./traced.ts";
import type { Trace } from "./trace.ts";

/** An item as one option prices it. */
export interface PricedRead {
  readonly read: ReadItem;
  /** Rounded. */
  readonly line: Trace;
  readonly cents: number;
  /** Painter-hours of a crew. */
  readonly hours: Trace | null;
  /** What it costs the firm beside a crew's hours and their sundries. */
  readonly cost: Exact;
  /** The part of the price that is material; hourly sundries of crews without a margin of their own are not in it. */
  readonly material: Trace | null;
  /** Hours whose sundries are charged at the book's profit. */
  readonly sundriesHours: Trace | null;
}

const HUNDRED = exact(100);

const profitOn = (
  book: CompiledBook,
  { margin }: ReadItem,
  size: JobSize,
  key: "item-price" | "material-price" | "crew-price",
  cost: Trace,
): Trace =>
  margin === null
    ? withProfit(book, bookProfit(book, "items"), size, key, cost)
    : withMargin(key, CENTS, cost, margin);

type Unrounded = Omit<PricedRead, "read" | "line" | "cents"> & { readonly price: Trace };
type Reading<How extends ReadItem["how"]> = Extract<ReadItem, { readonly how: How }>;

function atCost(book: CompiledBook, read: Reading<"cost">, size: JobSize): Unrounded {
  const { cost, material } = read;
  // A credit is a promise to the customer: it is worth what it says, without profit taken on it.
  const price = isNegative(cost.value) ? cost : profitOn(book, read, size, "item-price", cost);
  const hasShare = material !== null && sign(cost.value) > 0;
  return {
    price,
    hours: null,
    sundriesHours: null,
    cost: cost.value,
    material: hasShare ? shareOf("material-price", CENTS, material, cost, price) : null,
  };
}

/** What the items' profit, or its own margin, leaves of a price for cost. */
function costWithin(book: CompiledBook, read: Reading<"price">, size: JobSize): Exact {
  const price = read.price.value;
  if (sign(price) <= 0) return ZERO;
  if (read.margin !== null) {
    return divide(multiply(price, subtract(HUNDRED, read.margin.value)), HUNDRED);
  }
  // With profit on one cent, a price holds as many cents of cost as it holds such prices.
  const cent = { ...read.price, value: exact(1) };
  return divide(price, withProfit(book, bookProfit(book, "items"), size, "item-price", cent).value);
}

const atPrice = (book: CompiledBook, read: Reading<"price">, size: JobSize): Unrounded => ({
  price: read.price,
  hours: null,
  sundriesHours: null,
  cost: costWithin(book, read, size),
  material: read.material,
});

function byCrew(
  book: CompiledBook,
  read: Reading<"crew-days">,
  size: JobSize,
  hour: HourCharge,
): Unrounded {
  const { hours, material, margin } = read;
  const cost = material?.value ?? ZERO;
  if (margin === null) {
    const work = times("crew-price", CENTS, hours, hour.byBook);
    const price = material && profitOn(book, read, size, "material-price", material);
    const whole = plusAll("item-price", CENTS, [work, price]) ?? work;
    return { price: whole, hours, sundriesHours: hours, cost, material: price };
  }
  const work = times("crew-cost", CENTS, hours, hour.cost);
  const all = plusAll("item-cost", CENTS, [work, material]) ?? work;
  const sundries = hour.sundries && times("sundries-cost", CENTS, hours, hour.sundries);
  const taxed = plusAll("material-cost", CENTS, [material, sundries]);
  return {
    price: withMargin("item-price", CENTS, all, margin),
    hours,
    sundriesHours: null,
    cost,
    material: taxed && withMargin("material-price", CENTS, taxed, margin),
  };
}

function asAddOn(book: CompiledBook, read: Reading<"add-on">): Unrounded {
  const { key, label, factor } = read.addOn;
  const part = fromBook(book, "add-on-factor", FACTOR, factor, { kind: "add-on", key, label });
  return {
    price: over("item-price", CENTS, read.cost, part),
    hours: null,
    sundriesHours: null,
    cost: read.cost.value,
    material: null,
  };
}

function priceOf(book: CompiledBook, read: ReadItem, size: JobSize, hour: HourCharge): Unrounded {
  switch (read.how) {
    case "cost":
      return atCost(book, read, size);
    case "price":
      return atPrice(book, read, size);
    case "crew-days":
      return byCrew(book, read, size, hour);
    case "add-on":
      return asAddOn(book, read);
  }
}

/** An item is the same in every option: what is wrong with it is said once, without naming one. */
function noteOnce(problems: Problem[], problem: Problem): void {
  const isKnown = problems.some(
    ({ code, itemId }) => code === problem.code && itemId === problem.itemId,
  );
  if (!isKnown) problems.push(problem);
}

/**
 * Prices the items the option's way, each rounded on its own.
 *
 * @param problems of the estimate.
 * @returns null in place of an item whose price is out of all bounds.
 */
export function priceItems(
  book: CompiledBook,
  items: readonly ReadItem[],
  size: JobSize,
  hour: HourCharge,
  problems: Problem[],
): readonly (PricedRead | null)[] {
  return items.map((read) => {
    const { price, ...rest } = priceOf(book, read, size, hour);
    const about = { itemId: read.item.id, typed: read.item.quantity };
    if (isTooLarge(price.value)) {
      noteOnce(problems, { code: "quantity_too_large", blocking: true, ...about });
      return null;
    }
    if (isZero(price.value)) noteOnce(problems, { code: "priced_zero", blocking: false, ...about });
    const line = toCents("line-price", price);
    return { read, line, cents: centsOf(line.value), ...rest };
  });
}

/** What counting items cost, for profit that falls with the job's cost; prices by word of mouth left out. */
export function itemsJobCost(items: readonly ReadItem[], hour: HourCost): Trace | null {
  return plusAll(
    "item-cost",
    CENTS,
    items.map((read) => {
      switch (read.how) {
        case "cost":
        case "add-on":
          return read.cost;
        case "crew-days": {
          const work = times("crew-cost", CENTS, read.hours, hour.cost);
          return read.material === null ? work : plus("item-cost", CENTS, work, read.material);
        }
        case "price":
          return null;
      }
    }),
  );
}
