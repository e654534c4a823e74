import { useEffect, useState } from "react";
import type { price } from "../../shared/pricing/price.ts";

export type Price = typeof price;

let engine: Price | null = null;
let loading: Promise<Price> | null = null;

/**
 * Asks for the pricing engine's code, once: a chunk of its own that areas and price share. Whoever opens an estimate
 * asks for it together with the screen, so that it is here before the records have been read.
 */
export async function loadPricing(): Promise<Price> {
  try {
    loading ??= import("../../shared/pricing/price.ts").then((loaded) => loaded.price);
    engine = await loading;
    return engine;
  } catch (error) {
    // A weak signal is no reason never to try again.
    loading = null;
    throw error;
  }
}

/** Asks for it and waits for nothing; whoever needs it says what went wrong. */
export const startPricing = (): void => void loadPricing().catch(() => undefined);

/** The engine; null until its code is here. A screen without it is measured in all the same. */
export function usePricing(): Price | null {
  const [here, setHere] = useState(() => engine);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    if (here) return undefined;
    let gone = false;
    loadPricing().then(
      (loaded) => {
        if (!gone) setHere(() => loaded);
      },
      (error: unknown) => {
        if (!gone) setFailure(error);
      },
    );
    return () => {
      gone = true;
    };
  }, [here]);
  if (failure !== null) throw failure;
  return here;
}
