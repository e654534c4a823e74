import { add, isZero, ZERO } from "../../../shared/exact/exact.ts";
import { toNumber } from "../../../shared/exact/print-exact.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import type {
  PaintColour,
  PaintNeed,
  PricedOption,
  PricedSurface,
} from "../../../shared/pricing/priced-estimate.ts";
import { offer } from "../../words/offer.ts";
import type { WordsApi } from "../../words/words-provider.tsx";

type OptionWords = Pick<WordsApi, "t" | "language" | "number">;

/** What a customer compares, in words; the same rows in the same order for every option. */
export interface OptionFact {
  readonly key: "warranty" | "products" | "coats" | "prep";
  readonly label: string;
  /** Line breaks stay. */
  readonly text: string;
  /** The options are not all alike in this. */
  readonly differs: boolean;
}

const surfacesOf = (option: PricedOption): readonly PricedSurface[] =>
  option.lines.filter((line) => line.kind === "surface");

const listed = (words: readonly string[], between: string): string =>
  [...new Set(words)].join(between);

function coatsWords(option: PricedOption, { t }: OptionWords): string {
  const counts = surfacesOf(option).map(({ coats }) => coats);
  if (counts.length === 0) return "";
  const fewest = Math.min(...counts);
  const most = Math.max(...counts);
  return fewest === most ? t.areaCoatCount(most) : t.priceCoatsBetween(fewest, most);
}

const warrantyWords = ({ warrantyYears }: PricedOption, { t }: OptionWords): string =>
  warrantyYears === 0 ? t.priceNoWarranty : t.priceWarranty(warrantyYears);

// From none to heavy, as the price book has them, whatever the order of the rooms; then what was asked for apart.
function prepWords(
  surfaces: readonly PricedSurface[],
  priceBook: PriceBook,
  language: OptionWords["language"],
): string {
  const levels = new Set(
    surfaces.flatMap(({ prep }) => (prep.kind === "level" ? [prep.label[language]] : [])),
  );
  const tasks = surfaces.flatMap(({ prep }) =>
    prep.kind === "tasks" ? prep.tasks.map(({ label }) => label[language]) : [],
  );
  const named = priceBook.prepLevels
    .map(({ label }) => label[language])
    .filter((label) => levels.has(label));
  return listed([...named, ...tasks], ", ");
}

function textsOf(
  option: PricedOption,
  priceBook: PriceBook,
  words: OptionWords,
): Readonly<Record<OptionFact["key"], string>> {
  const { language } = words;
  const surfaces = surfacesOf(option);
  return {
    warranty: warrantyWords(option, words),
    // Names like "Interior, premium line" have commas of their own.
    products: listed(
      surfaces.map(({ product }) => product[language]),
      "\n",
    ),
    coats: coatsWords(option, words),
    prep: prepWords(surfaces, priceBook, language),
  };
}

/** For each option, in their order, the rows to compare; rows that nobody could fill are left out. */
export function optionFacts(
  options: readonly PricedOption[],
  priceBook: PriceBook,
  words: OptionWords,
): readonly (readonly OptionFact[])[] {
  const { t } = words;
  const labels = {
    warranty: t.priceWarrantyLabel,
    products: t.priceProducts,
    coats: t.areaCoats,
    prep: t.areaPrep,
  } as const;
  const keys = ["warranty", "products", "coats", "prep"] as const;
  const texts = options.map((option) => textsOf(option, priceBook, words));
  const kept = keys.filter((key) => texts.some((text) => text[key] !== ""));
  return texts.map((text) =>
    kept.map((key) => ({
      key,
      label: labels[key],
      text: text[key],
      differs: new Set(texts.map((other) => other[key])).size > 1,
    })),
  );
}

export const colourWords = (colour: PaintColour, language: OptionWords["language"]): string =>
  colour.kind === "named"
    ? colour.name
    : colour.kind === "slot"
      ? colour.label[language]
      : offer[language].offerUnderneath;

/** "2 × Gallon, 1 × Quart". */
export const cansWords = ({ cans }: PaintNeed, { t, language }: OptionWords): string =>
  cans.map(({ count, label }) => t.priceCanLine(count, label[language])).join(", ");

/** All paint of an option: gallons to buy and the number of cans. */
export function paintTotals(option: PricedOption): {
  readonly gallons: number;
  readonly cans: number;
} {
  const gallons = option.paint.reduce((total, need) => add(total, need.gallonsBought), ZERO);
  const cans = option.paint.flatMap((need) => need.cans).reduce((sum, { count }) => sum + count, 0);
  return { gallons: isZero(gallons) ? 0 : toNumber(gallons), cans };
}
