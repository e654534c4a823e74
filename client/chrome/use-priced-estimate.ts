import { useDeferredValue, useMemo } from "react";
import type { Estimate } from "../../shared/estimate/estimate.ts";
import type { PriceBook } from "../../shared/pricing/price-book.ts";
import type { PricedEstimate } from "../../shared/pricing/priced-estimate.ts";
import { type Engine, usePricing } from "./pricing.ts";

interface Priced {
  readonly priceBook: PriceBook;
  readonly priced: PricedEstimate;
}

/** React throws away what an interrupted rendering computed; the same saved state is priced once all the same. */
const known = new WeakMap<Estimate, Priced>();

function pricedOnce(engine: Engine, estimate: Estimate, priceBook: PriceBook): PricedEstimate {
  const before = known.get(estimate);
  if (before?.priceBook === priceBook) return before.priced;
  const priced = engine.price(estimate, priceBook);
  known.set(estimate, { priceBook, priced });
  return priced;
}

/**
 * The price of an estimate as it stands; null until the engine's code is here. Computed once for each saved state,
 * and after the keys: React shows what was typed first and prices when nothing more urgent waits.
 */
export function usePricedEstimate(estimate: Estimate, priceBook: PriceBook): PricedEstimate | null {
  const engine = usePricing();
  const settled = useDeferredValue(estimate);
  return useMemo(
    () => engine && pricedOnce(engine, settled, priceBook),
    [engine, settled, priceBook],
  );
}
