import { useEffect, useState } from "react";
import { loadBookReader } from "../local/book-reader.ts";
import type { engine } from "./engine.ts";

export type Engine = typeof engine;

let here: Engine | null = null;
let loading: Promise<Engine> | null = null;

/**
 * Asks for the pricing engine's code, once: a chunk of its own that areas and price share. Whoever opens an estimate
 * asks for it together with the screen, so that it is here before the records have been read.
 */
export async function loadPricing(): Promise<Engine> {
  try {
    loading ??= import("./engine.ts").then((loaded) => loaded.engine);
    here = await loading;
    return here;
  } catch (error) {
    // A weak signal is no reason never to try again.
    loading = null;
    throw error;
  }
}

/** Asks for it, and for what reads the price book, and waits for nothing; whoever needs them says what went wrong. */
export function startPricing(): void {
  void loadPricing().catch(() => undefined);
  void loadBookReader().catch(() => undefined);
}

/** The engine; null until its code is here. A screen without it is measured in all the same. */
export function usePricing(): Engine | null {
  const [engine, setEngine] = useState(here);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    if (engine) return undefined;
    let gone = false;
    loadPricing().then(
      (loaded) => {
        if (!gone) setEngine(loaded);
      },
      (error: unknown) => {
        if (!gone) setFailure(error);
      },
    );
    return () => {
      gone = true;
    };
  }, [engine]);
  if (failure !== null) throw failure;
  return engine;
}
