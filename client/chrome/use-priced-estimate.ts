import { useDeferredValue, useMemo } from "react";
import type { Estimate } from "../../shared/estimate/estimate.ts";
import type { PriceBook } from "../../shared/pricing/price-book.ts";
import type { PricedEstimate } from "../../shared/pricing/priced-estimate.ts";
import { usePricing } from "./pricing.ts";

/**
 * The price of an estimate as it stands; null until the engine's code is here. Computed once for each saved state,
 * and after the keys: React shows what was typed first and prices when nothing more urgent waits.
 */
export function usePricedEstimate(estimate: Estimate, priceBook: PriceBook): PricedEstimate | null {
  const engine = usePricing();
  const settled = useDeferredValue(estimate);
  return useMemo(() => engine && engine.price(settled, priceBook), [engine, settled, priceBook]);
}
