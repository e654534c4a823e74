import type { Estimate } from "../../shared/estimate/estimate.ts";
import type { Named, PriceBook } from "../../shared/pricing/price-book.ts";
import type { Language } from "../words/language.ts";
import type { ProblemNames } from "./problem-words.ts";

/** What the surfaces, lines and options of an estimate are called in its price book. */
export function estimateNames(
  estimate: Estimate,
  priceBook: PriceBook,
  language: Language,
): ProblemNames {
  const labels = (list: readonly Named[]) =>
    new Map(list.map(({ key, label }) => [key, label[language]]));
  const substrates = labels(priceBook.substrates);
  const options = labels(priceBook.options);
  const addOns = labels(priceBook.addOns);
  const surfaces = new Map(
    estimate.areas.flatMap(({ surfaces: here }) =>
      here.map(({ id, substrate }) => [id, substrates.get(substrate) ?? substrate] as const),
    ),
  );
  const items = new Map(
    estimate.items.map(({ id, kind, label, addOn }) => [
      id,
      label.trim() || (kind === "add-on" ? (addOns.get(addOn) ?? addOn) : ""),
    ]),
  );
  return {
    surface: (id) => surfaces.get(id),
    item: (id) => items.get(id),
    option: (key) => options.get(key),
    substrate: (key) => substrates.get(key),
    colourChange: (key) =>
      priceBook.colourChanges.find((change) => change.key === key)?.label[language],
    discount: (key) =>
      priceBook.discounts.find((discount) => discount.key === key)?.label[language],
    leadYear: String(priceBook.leadSafe?.beforeYear ?? ""),
  };
}
