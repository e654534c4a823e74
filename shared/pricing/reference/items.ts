import type { Estimate } from "../../estimate/estimate.ts";
import type { RecordOf } from "../../estimate/record.ts";
import type { PriceBook } from "../price-book.ts";
import type { ProblemCode } from "../problem.ts";
import { decimal, type Fraction, HUNDRED, ONE, percent, whole, ZERO } from "./fraction.ts";
import type { Problems } from "./problems.ts";
import type { Profit } from "./profit.ts";
import { type Typed, typedQuantity } from "./quantity.ts";
import { loadedOf } from "./work.ts";

type Item = RecordOf<"item">;

export interface Crew {
  readonly days: Fraction;
  readonly hours: Fraction;
}

/** An item that can be priced, with what was typed read. */
export interface ReadItem {
  readonly item: Item;
  /** Unless it is optional and not ticked. */
  readonly counts: boolean;
  readonly quantity: Fraction;
  /** Percent of the price, its own; null leaves it to the book. */
  readonly margin: Fraction | null;
  /** Of kind `crew-days`. */
  readonly crew: Crew | null;
  /** Of kind `add-on`: cents paid for a unit, and the part of the price that is pay. */
  readonly addOn: { readonly pay: Fraction; readonly factor: Fraction } | null;
}

/** What an item comes to, in cents, before rounding. */
export interface ItemPrice {
  readonly price: Fraction;
  readonly cost: Fraction;
  /** Its material in the price: what is taxed where materials are. */
  readonly material: Fraction;
}

/** Reads the items; those that cannot be priced are left out, with a problem. */
export function readItems(
  estimate: Estimate,
  book: PriceBook,
  problems: Problems,
): readonly ReadItem[] {
  return estimate.items.flatMap((item) => {
    const read = readItem(book, item, problems);
    return read === null ? [] : [read];
  });
}

function readItem(book: PriceBook, item: Item, problems: Problems): ReadItem | null {
  const problem = (code: ProblemCode): null => {
    problems.add({ code, blocking: true, itemId: item.id });
    return null;
  };
  const numberIn = (typed: Typed): Fraction | null => {
    switch (typed.is) {
      case "a-number":
        return typed.value;
      case "nothing":
        return problem("quantity_missing");
      case "no-number":
        return problem("quantity_not_a_number");
      case "too-large":
        return problem("quantity_too_large");
    }
  };
  const margin = marginOf(item);
  if (margin === "not a percent") problem("margin_not_a_percent");
  const quantity = numberIn(typedQuantity(item.quantity));
  if (quantity === null || margin === "not a percent") return null;
  const painters = item.kind === "crew-days" ? numberIn(typedQuantity(item.painters)) : ZERO;
  const addOn = book.addOns.find(({ key }) => key === item.addOn);
  if (item.kind === "add-on" && addOn === undefined) return problem("unknown_add_on");
  if (painters === null) return null;
  const hours = painters.times(quantity).times(decimal(book.labour.hoursPerDay.value));
  return {
    item,
    counts: !item.optional || item.ticked,
    quantity,
    margin,
    crew: item.kind === "crew-days" ? { days: quantity, hours } : null,
    addOn:
      item.kind !== "add-on" || addOn === undefined
        ? null
        : { pay: decimal(addOn.pay.value).times(HUNDRED), factor: decimal(addOn.factor.value) },
  };
}

function marginOf(item: Item): Fraction | null | "not a percent" {
  const margin = typedQuantity(item.margin);
  if (margin.is === "nothing") return null;
  return margin.is === "a-number" && margin.value.isBelow(HUNDRED) ? margin.value : "not a percent";
}

/** The bracket of a crew-days line: `hours × (loaded + sundries by the hour) + materialCost`. */
const crewCost = (book: PriceBook, { item, crew }: ReadItem, sundriesByTheHour: Fraction) =>
  (crew?.hours ?? ZERO)
    .times(loadedOf(book).plus(sundriesByTheHour))
    .plus(whole(item.materialCost));

/**
 * What an item costs as far as no profit is needed to know it: all kinds but `price`.
 *
 * @param sundriesByTheHour the sum of perHour, in cents.
 */
export function costWithoutProfit(
  book: PriceBook,
  read: ReadItem,
  sundriesByTheHour: Fraction,
): Fraction {
  const { item, quantity, addOn } = read;
  switch (item.kind) {
    case "cost":
      return quantity.times(whole(item.unitCost).plus(whole(item.materialCost)));
    case "price":
      return ZERO;
    case "crew-days":
      return crewCost(book, read, sundriesByTheHour);
    case "add-on":
      return quantity.times(addOn?.pay ?? ZERO);
  }
}

/** Page, section 4; the material by section 7. */
export function itemPrice(
  book: PriceBook,
  read: ReadItem,
  profit: Profit,
  sundriesByTheHour: Fraction,
): ItemPrice {
  const { item, quantity, margin, addOn } = read;
  const cost = costWithoutProfit(book, read, sundriesByTheHour);
  const left = margin === null ? null : ONE.minus(percent(margin));
  const materialCost = whole(item.materialCost);
  switch (item.kind) {
    case "cost": {
      const withProfit = left === null ? profit.items(cost) : cost.over(left);
      // A negative sum is a credit.
      const price = cost.isNegative() ? cost : withProfit;
      const each = whole(item.unitCost).plus(materialCost);
      const material = each.isPositive() ? price.times(materialCost).over(each) : ZERO;
      return { price, cost, material };
    }
    case "price": {
      const price = quantity.times(whole(item.unitCost));
      const ofPrice = left === null ? profit.itemsCostIn(price) : price.times(left);
      return {
        price,
        cost: price.isNegative() ? ZERO : ofPrice,
        material: quantity.times(materialCost),
      };
    }
    case "crew-days": {
      const hours = read.crew?.hours ?? ZERO;
      if (left === null) {
        const material = profit.items(materialCost);
        return { price: hours.times(profit.hourCharge()).plus(material), cost, material };
      }
      const price = cost.over(left);
      const taxed = materialCost.plus(hours.times(sundriesByTheHour));
      return { price, cost, material: taxed.over(left) };
    }
    case "add-on":
      return { price: cost.over(addOn?.factor ?? ONE), cost, material: ZERO };
  }
}

const LARGEST = whole(1_000_000_000_00);

/** As much as an accepted estimate can hold at the most. */
export const isTooLarge = (cents: Fraction): boolean =>
  cents.isAbove(LARGEST) || cents.isBelow(ZERO.minus(LARGEST));

/** Items that are left out for their price, and those that come to nothing. */
export function addPriceProblems({ item }: ReadItem, price: Fraction, problems: Problems): void {
  const itemId = item.id;
  if (isTooLarge(price)) problems.add({ code: "quantity_too_large", blocking: true, itemId });
  if (price.isZero()) problems.add({ code: "priced_zero", blocking: false, itemId });
}

/** Ticked optional items of one group, whatever the spaces around it: two of them are a problem. */
export function addClashes(estimate: Estimate, problems: Problems): void {
  const groupOf = ({ group }: Item) => group.trim();
  const ticked = estimate.items.filter(
    (item) => item.optional && item.ticked && groupOf(item) !== "",
  );
  for (const item of ticked) {
    if (ticked.some((other) => groupOf(other) === groupOf(item) && other.id !== item.id)) {
      problems.add({ code: "alternates_clash", blocking: true, itemId: item.id });
    }
  }
}
