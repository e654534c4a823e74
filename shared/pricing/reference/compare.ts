import type { Estimate } from "../../estimate/estimate.ts";
import { price } from "../price.ts";
import type { PriceBook } from "../price-book.ts";
import { comparable } from "./comparable.ts";
import { type Difference, firstDifference } from "./first-difference.ts";
import { priceByThePage } from "./reference.ts";
import type { ReferenceOption, ReferencePrice } from "./result.ts";

export interface Comparison {
  /** The first thing on which the two do not agree to the last fraction, or null. */
  readonly difference: Difference | null;
  readonly reference: ReferencePrice;
}

/** Prices an estimate with the engine and with the reference. */
export function compare(estimate: Estimate, book: PriceBook): Comparison {
  const reference = priceByThePage(estimate, book);
  const engine = comparable(price(estimate, book));
  const absurd = new Set(reference.options.filter(isAbsurd).map(({ key }) => key));
  return {
    difference: firstDifference(withoutFigures(engine, absurd), withoutFigures(reference, absurd)),
    reference,
  };
}

const MOST = BigInt(Number.MAX_SAFE_INTEGER);

/** Of more cents than a number holds: the engine's figures stop there, and the option is no offer. */
function isAbsurd({ total, money, lines, offers }: ReferenceOption): boolean {
  const { net, list, subtotal } = money;
  const amounts = [total, net, list, subtotal, ...[...lines, ...offers].map(({ cents }) => cents)];
  return amounts.some((cents) => BigInt(cents) > MOST || BigInt(cents) < -MOST);
}

/** Of absurd options only whether they may be accepted; their problems are compared like all others. */
const withoutFigures = ({ options, problems }: ReferencePrice, absurd: ReadonlySet<string>) => ({
  options: options.map((option) =>
    absurd.has(option.key) ? { key: option.key, acceptable: option.acceptable } : option,
  ),
  problems,
});
