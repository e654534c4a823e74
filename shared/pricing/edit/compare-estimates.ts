import type { Estimate } from "../../estimate/estimate.ts";
import type { Localised } from "../book/numbers.ts";
import { price } from "../price.ts";
import type { PriceBook } from "../price-book.ts";
import type { PricedOption } from "../priced-estimate.ts";

/** What one option of an estimate comes to in two books, in cents. */
export interface OptionComparison {
  readonly key: string;
  readonly label: Localised;
  /** Null: the book has no such option, or cannot price it in full. */
  readonly before: number | null;
  readonly after: number | null;
  /** After less before; null where one of them is missing. */
  readonly difference: number | null;
  /** It had a price that a customer could accept, and has none any more. */
  readonly newlyNotPriceable: boolean;
}

export interface EstimateComparison {
  readonly estimateId: string;
  /** In the order of the later book, then those that it no longer has. */
  readonly options: readonly OptionComparison[];
  /** The largest difference of its options, up or down, in cents without a sign. */
  readonly largest: number;
  /** One of its options lost its price. */
  readonly newlyNotPriceable: boolean;
}

/** Prices one estimate with two books. */
export function compareEstimate(
  estimate: Estimate,
  before: PriceBook,
  after: PriceBook,
): EstimateComparison {
  const old = new Map(price(estimate, before).options.map((option) => [option.key, option]));
  const now = new Map(price(estimate, after).options.map((option) => [option.key, option]));
  const keys = [...new Set([...now.keys(), ...old.keys()])];
  const options = keys.flatMap((key) => compareOption(old.get(key), now.get(key)));
  return {
    estimateId: estimate.estimate.id,
    options,
    largest: Math.max(0, ...options.map(({ difference }) => Math.abs(difference ?? 0))),
    newlyNotPriceable: options.some((option) => option.newlyNotPriceable),
  };
}

function compareOption(
  old: PricedOption | undefined,
  now: PricedOption | undefined,
): readonly OptionComparison[] {
  const named = now ?? old;
  if (!named) return [];
  const before = old?.acceptable ? old.totalCents : null;
  const after = now?.acceptable ? now.totalCents : null;
  const difference = before === null || after === null ? null : after - before;
  const newlyNotPriceable = before !== null && after === null;
  return [{ key: named.key, label: named.label, before, after, difference, newlyNotPriceable }];
}

/** What lost its price first, then the largest difference. */
export const byDifference = (one: EstimateComparison, other: EstimateComparison): number =>
  Number(other.newlyNotPriceable) - Number(one.newlyNotPriceable) || other.largest - one.largest;

/** Prices estimates with two books; what lost its price first, then the largest difference. */
export const compareEstimates = (
  estimates: readonly Estimate[],
  before: PriceBook,
  after: PriceBook,
): readonly EstimateComparison[] =>
  estimates.map((estimate) => compareEstimate(estimate, before, after)).toSorted(byDifference);
