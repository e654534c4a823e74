import { useDeferredValue, useMemo } from "react";
import type { Estimate } from "../../shared/estimate/estimate.ts";
import type { PriceBook } from "../../shared/pricing/price-book.ts";
import { price } from "../../shared/pricing/price.ts";
import type { PricedEstimate } from "../../shared/pricing/priced-estimate.ts";

/**
 * The price of an estimate as it stands. Computed once for each saved state, and after the keys: React shows
 * what was typed first and prices when nothing more urgent waits.
 */
export function usePricedEstimate(estimate: Estimate, priceBook: PriceBook): PricedEstimate {
  const settled = useDeferredValue(estimate);
  return useMemo(() => price(settled, priceBook), [settled, priceBook]);
}
