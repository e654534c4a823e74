import { useEffect, useState } from "react";
import type {
  EstimateComparison,
  OptionComparison,
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
  /** The option that stands for it: the accepted one, else the middle one. */
  readonly main: OptionComparison | undefined;
}

export interface Comparison {
  readonly done: number;
  /** Null until the estimates have been counted. */
  readonly total: number | null;
  readonly estimates: readonly ComparedEstimate[];
}

const nothing: Comparison = { done: 0, total: null, estimates: [] };

function sizeOf({ main, newlyNotPriceable }: ComparedEstimate): number {
  if (newlyNotPriceable) return Infinity;
  const difference = main?.difference ?? null;
  return difference === null ? -1 : Math.abs(difference);
}

/** What lost its price, then the largest difference of what is shown, then what has no price either way. */
const byShown = (one: ComparedEstimate, other: ComparedEstimate): number => {
  const [left, right] = [sizeOf(one), sizeOf(other)];
  return left === right ? 0 : right - left;
};

function mainOf({ options }: EstimateComparison, accepted: string | null) {
  const middle = Math.floor(Math.max(0, options.length - 1) / 2);
  return options.find(({ key }) => key === accepted) ?? options[middle];
}

/** Lets the screen draw and hear taps between two estimates. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Prices the last estimates with two books, one after the other, and says how far it has come. */
export function useComparison(before: PriceBook, after: PriceBook): Comparison {
  const local = useLocal();
  const [comparison, setComparison] = useState(nothing);
  useEffect(() => {
    const life = new AbortController();
    const run = async () => {
      const [rows, { compareEstimate }] = await Promise.all([
        listEstimates(local, LAST),
        import("../../../shared/pricing/edit/compare-estimates.ts"),
      ]);
      const compared: ComparedEstimate[] = [];
      const say = () => {
        if (life.signal.aborted) return;
        const estimates = compared.toSorted(byShown);
        setComparison({ done: compared.length, total: rows.length, estimates });
      };
      say();
      for (const { estimate, customerName } of rows) {
        await breathe();
        if (life.signal.aborted) return;
        const found = await readEstimate(local, estimate.id);
        if (!found) continue;
        const one = compareEstimate(found.estimate, before, after);
        const name = customerName || estimate.title;
        compared.push({ ...one, name, main: mainOf(one, found.estimate.estimate.acceptedOption) });
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
