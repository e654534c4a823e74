import type { RecordOf } from "../estimate/record.ts";
import { compare, exact, type Exact, isZero } from "../exact/exact.ts";
import { parseQuantity } from "../units/decimal.ts";
import { type CompiledBook, settingLabels } from "./compiled-book.ts";
import { withProfit } from "./labour.ts";
import type { PricedItem } from "./priced-estimate.ts";
import type { Problem } from "./problem.ts";
import { CENTS, given, per, times, toCents } from "./traced.ts";
import type { Trace } from "./trace.ts";

/** A thousand million dollars: the most that any amount of an estimate may be (`acceptedTotal`). */
export const MAX_CENTS = 100_000_000_000;
const MAX_AMOUNT = exact(MAX_CENTS);

export interface MeasuredItem {
  readonly line: PricedItem;
  readonly cost: Trace;
}

const size = ({ n, d }: Exact): Exact => ({ n: n < 0n ? -n : n, d });

/** Prices a free line: quantity × unit cost, with the book's profit on items. */
function measureItem(
  book: CompiledBook,
  item: RecordOf<"item">,
  problems: Problem[],
): MeasuredItem | null {
  const about = { blocking: true, itemId: item.id, typed: item.quantity };
  const parsed = parseQuantity(item.quantity);
  if (!parsed.ok) {
    const isEmpty = parsed.error.code === "empty";
    problems.push({ code: isEmpty ? "quantity_missing" : "quantity_not_a_number", ...about });
    return null;
  }
  const from = { kind: "item", id: item.id, name: item.label } as const;
  const quantity = given("quantity", { of: "each" }, parsed.value, {
    ...from,
    typed: item.quantity,
  });
  const unitCost = given("unit-cost", per("cents", "each"), exact(item.unitCost), from);
  const cost = times("item-cost", CENTS, quantity, unitCost);
  const name = { kind: "profit", key: "items", label: settingLabels.items } as const;
  // A credit is a promise to the customer: it is worth what it says, without profit taken on it.
  const price =
    item.unitCost < 0 ? cost : withProfit(book, book.book.profit.items, name, "item-price", cost);
  if (compare(size(price.value), MAX_AMOUNT) > 0) {
    problems.push({ code: "quantity_too_large", ...about });
    return null;
  }
  if (isZero(price.value)) problems.push({ code: "priced_zero", ...about, blocking: false });
  const trace = toCents("line-price", price);
  const cents = Number(trace.value.n);
  return {
    cost,
    line: { kind: "item", id: item.id, label: item.label, quantity: parsed.value, cents, trace },
  };
}

/** Prices the free lines; they are the same in every option. */
export const measureItems = (
  book: CompiledBook,
  items: readonly RecordOf<"item">[],
  problems: Problem[],
): readonly MeasuredItem[] => items.flatMap((item) => measureItem(book, item, problems) ?? []);
