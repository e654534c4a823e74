import type { ProfitRule } from "./book/money.ts";
import type { Product } from "./book/paint.ts";
import { type CompiledBook, type EntryName, settingLabels } from "./compiled-book.ts";
import { CENTS_PER_DOLLAR, readCurve } from "./curve.ts";
import { markedUp, PERCENT, withMargin } from "./traced.ts";
import type { Trace, TraceKey } from "./trace.ts";

/** What a profit that changes with the size of the job goes by. */
export interface JobSize {
  /** Everything the option costs the firm, in cents. */
  readonly cost: Trace;
  readonly sqft: Trace;
}

/** A profit rule with the entry of the book it stands in. */
export interface NamedProfit {
  readonly rule: ProfitRule;
  readonly name: EntryName;
}

/** The book's profit on one part of the price. */
export const bookProfit = (
  { book }: CompiledBook,
  on: keyof CompiledBook["book"]["profit"],
): NamedProfit => ({
  rule: book.profit[on],
  name: { kind: "profit", key: on, label: settingLabels[on] },
});

const ofProduct = ({ key, label }: Product, rule: ProfitRule): NamedProfit => ({
  rule,
  name: { kind: "product", key, label },
});

/** The profit on a product's paint: its own, or the book's. */
export const paintProfit = (book: CompiledBook, product: Product): NamedProfit =>
  product.profit ? ofProduct(product, product.profit.rule) : bookProfit(book, "paint");

/** The profit on the labour of a surface: its product's, where that has one on the whole surface. */
export const labourProfit = (book: CompiledBook, product: Product): NamedProfit =>
  product.profit?.on === "surface"
    ? ofProduct(product, product.profit.rule)
    : bookProfit(book, "labour");

/** A cost with profit on it. */
export function withProfit(
  book: CompiledBook,
  { rule, name }: NamedProfit,
  size: JobSize,
  key: TraceKey,
  cost: Trace,
): Trace {
  const percent = readCurve(book, rule.percent, {
    key: "profit",
    unit: PERCENT,
    name,
    at: (by) => (by === "job-cost" ? { x: size.cost, scale: CENTS_PER_DOLLAR } : { x: size.sqft }),
  });
  return rule.kind === "markup"
    ? markedUp(key, cost.unit, cost, percent)
    : withMargin(key, cost.unit, cost, percent);
}
