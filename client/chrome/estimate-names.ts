import type { Estimate } from "../../shared/estimate/estimate.ts";
import type { PriceBook } from "../../shared/pricing/price-book.ts";
import type { Language } from "../words/language.ts";
import type { ProblemNames } from "./problem-words.ts";

/** What the surfaces and options of an estimate are called in its price book. */
export function estimateNames(
  estimate: Estimate,
  priceBook: PriceBook,
  language: Language,
): ProblemNames {
  const substrates = new Map(priceBook.substrates.map(({ key, label }) => [key, label[language]]));
  const options = new Map(priceBook.options.map(({ key, label }) => [key, label[language]]));
  const surfaces = new Map(
    estimate.areas.flatMap(({ surfaces: here }) =>
      here.map(({ id, substrate }) => [id, substrates.get(substrate) ?? substrate] as const),
    ),
  );
  return { surface: (id) => surfaces.get(id), option: (key) => options.get(key) };
}
