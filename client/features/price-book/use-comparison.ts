import { useEffect, useState } from "react";
import {
  byDifference,
  compareEstimate,
  type EstimateComparison,
} from "../../../shared/pricing/edit/compare-estimates.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import { useLocal } from "../../local/local-context.tsx";
import { readEstimate } from "../../local/queries/estimate.ts";
import { listEstimates } from "../../local/queries/estimates.ts";

/** How many of the newest estimates a draft is held against. */
const LAST = 50;

export interface ComparedEstimate extends EstimateComparison {
  /** Whose it is. */
  readonly name: string;
  readonly acceptedOption: string | null;
}

export interface Comparison {
  readonly done: number;
  /** Null until the estimates have been counted. */
  readonly total: number | null;
  readonly estimates: readonly ComparedEstimate[];
}

const nothing: Comparison = { done: 0, total: null, estimates: [] };

/** Lets the screen draw and hear taps between two estimates. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Prices the last estimates with two books, one after the other, and says how far it has come. */
export function useComparison(before: PriceBook, after: PriceBook): Comparison {
  const local = useLocal();
  const [comparison, setComparison] = useState(nothing);
  useEffect(() => {
    const life = new AbortController();
    const run = async () => {
      const rows = await listEstimates(local, LAST);
      const compared: ComparedEstimate[] = [];
      const say = () => {
        if (life.signal.aborted) return;
        const estimates = compared.toSorted(byDifference);
        setComparison({ done: compared.length, total: rows.length, estimates });
      };
      say();
      for (const { estimate, customerName } of rows) {
        await breathe();
        if (life.signal.aborted) return;
        const found = await readEstimate(local, estimate.id);
        if (!found) continue;
        compared.push({
          ...compareEstimate(found.estimate, before, after),
          name: customerName || estimate.title,
          acceptedOption: estimate.acceptedOption,
        });
        say();
      }
      if (life.signal.aborted) return;
      setComparison((last) => ({ ...last, total: last.estimates.length }));
    };
    void run();
    return () => life.abort();
  }, [local, before, after]);
  return comparison;
}
