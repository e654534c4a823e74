import { useEffect, useState } from "react";
import { loadPricing } from "../../chrome/pricing.ts";
import { shownOption } from "../../chrome/shown-option.ts";
import { useLocal } from "../../local/local-context.tsx";
import type { Local } from "../../local/local.ts";
import { readEstimate } from "../../local/queries/estimate.ts";
import { type PipelineEstimate } from "../../local/queries/pipeline.ts";
import { readPriceBook } from "../../local/queries/price-books.ts";

/** As many of the newest open estimates are priced: some two seconds of an old tablet. */
export const MOST_PRICED = 200;

export interface OpenValues {
  /** What each comes to with tax in the option most customers take, by id; null where it has no price yet. */
  readonly cents: ReadonlyMap<string, number | null>;
  /** How many will be priced. */
  readonly of: number;
}

const nothing: OpenValues = { cents: new Map(), of: 0 };

/** Lets the screen draw and hear taps between two estimates. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function valueOf(local: Local, id: string): Promise<number | null> {
  const [engine, found] = await Promise.all([loadPricing(), readEstimate(local, id)]);
  if (!found) return null;
  const { estimate } = found.estimate;
  const book = await readPriceBook(local, estimate.priceBookId);
  if (!book) return null;
  const option = shownOption(estimate, engine.price(found.estimate, book));
  return option?.acceptable ? option.totalCents : null;
}

/** Prices the newest open estimates on this tablet, one after the other, and says how far it has come. */
export function useOpenValues(estimates: readonly PipelineEstimate[] | undefined): OpenValues {
  const local = useLocal();
  const [values, setValues] = useState(nothing);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    const life = new AbortController();
    const open = (estimates ?? []).filter(({ status }) => status !== "accepted");
    const asked = open.slice(0, MOST_PRICED);
    const run = async () => {
      const cents = new Map<string, number | null>();
      for (const { id } of asked) {
        await breathe();
        if (life.signal.aborted) return;
        cents.set(id, await valueOf(local, id));
        if (!life.signal.aborted) setValues({ cents: new Map(cents), of: asked.length });
      }
    };
    run().catch((error: unknown) => {
      if (!life.signal.aborted) setFailure(error);
    });
    return () => life.abort();
  }, [local, estimates]);
  if (failure !== null) throw failure;
  return values;
}
