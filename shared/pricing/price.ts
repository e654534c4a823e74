import type { Estimate } from "../estimate/estimate.ts";
import type { PriceBook } from "./price-book.ts";
import type { PricedEstimate } from "./priced-estimate.ts";

/**
 * Prices an estimate: every option of the price book side by side. Pure; never throws for an estimate
 * whose records pass their schemas: what cannot be priced is a problem, the rest is priced all the same.
 */
export function price(_estimate: Estimate, priceBook: PriceBook): PricedEstimate {
  const { id, version, name, isExample } = priceBook;
  return { priceBook: { id, version, name, isExample }, options: [], problems: [] };
}
