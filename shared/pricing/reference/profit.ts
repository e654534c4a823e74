import type { ProfitRule } from "../book/money.ts";
import type { Product } from "../book/paint.ts";
import type { PriceBook } from "../price-book.ts";
import { numberAt } from "./curves.ts";
import { type Fraction, ONE, percent } from "./fraction.ts";
import { loadedOf } from "./work.ts";

/** The sizes of the job that a profit may change with. */
export interface JobSize {
  /** In dollars. */
  readonly "job-cost": Fraction;
  readonly "job-sqft": Fraction;
}

/** Page, section 5: what costs are sold for, on a job of this size. */
export interface Profit {
  /** @param product whose own rule holds if it is `on: surface`; without one the book's holds. */
  readonly labour: (cost: Fraction, product?: Product) => Fraction;
  readonly paint: (cost: Fraction, product: Product) => Fraction;
  readonly sundries: (cost: Fraction) => Fraction;
  readonly charges: (cost: Fraction) => Fraction;
  readonly items: (cost: Fraction) => Fraction;
  /** What the items' profit leaves of a price for its cost. */
  readonly itemsCostIn: (price: Fraction) => Fraction;
  /** `labour profit (loaded) + profit on sundries (sum of perHour)`, in cents. */
  readonly hourCharge: (product?: Product) => Fraction;
}

/** @param sundriesByTheHour the sum of perHour, in cents. */
export function profitOn(book: PriceBook, size: JobSize, sundriesByTheHour: Fraction): Profit {
  const withProfit = (rule: ProfitRule, cost: Fraction): Fraction => {
    const p = percent(numberAt(rule.percent, size));
    return rule.kind === "markup" ? cost.times(ONE.plus(p)) : cost.over(ONE.minus(p));
  };
  const labour = (cost: Fraction, product?: Product) =>
    withProfit(product?.profit?.on === "surface" ? product.profit.rule : book.profit.labour, cost);
  const sundries = (cost: Fraction) => withProfit(book.profit.sundries, cost);
  return {
    labour,
    paint: (cost, product) => withProfit(product.profit?.rule ?? book.profit.paint, cost),
    sundries,
    charges: (cost) => withProfit(book.profit.charges, cost),
    items: (cost) => withProfit(book.profit.items, cost),
    itemsCostIn: (price) => {
      const rule = book.profit.items;
      const p = percent(numberAt(rule.percent, size));
      return rule.kind === "margin" ? price.times(ONE.minus(p)) : price.over(ONE.plus(p));
    },
    hourCharge: (product) => labour(loadedOf(book), product).plus(sundries(sundriesByTheHour)),
  };
}
