import type { Estimate } from "../../estimate/estimate.ts";
import { price } from "../price.ts";
import type { PriceBook } from "../price-book.ts";
import { comparable } from "./comparable.ts";
import { type Difference, firstDifference } from "./first-difference.ts";
import { priceByThePage } from "./reference.ts";
import type { ReferencePrice } from "./result.ts";

export interface Comparison {
  /** The first thing on which the two do not agree to the last fraction, or null. */
  readonly difference: Difference | null;
  readonly reference: ReferencePrice;
}

/** Prices an estimate with the engine and with the reference. */
export function compare(estimate: Estimate, book: PriceBook): Comparison {
  const reference = priceByThePage(estimate, book);
  const engine = comparable(price(estimate, book));
  return { difference: firstDifference(engine, reference), reference };
}
