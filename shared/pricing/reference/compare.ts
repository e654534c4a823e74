import type { Estimate } from "../../estimate/estimate.ts";
import { price } from "../price.ts";
import type { PriceBook } from "../price-book.ts";
import { comparable } from "./comparable.ts";
import { type Difference, firstDifference } from "./first-difference.ts";
import { priceByThePage } from "./reference.ts";

/**
 * Prices an estimate with the engine and with the reference.
 *
 * @returns the first thing on which they do not agree to the last fraction, or null.
 */
export const compare = (estimate: Estimate, book: PriceBook): Difference | null =>
  firstDifference(comparable(price(estimate, book)), priceByThePage(estimate, book));
