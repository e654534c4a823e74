import { printExact } from "../../../shared/exact/print-exact.ts";
import { printFigure } from "../../../shared/pricing/print-trace.ts";
import type { BaseUnit, Trace, Unit } from "../../../shared/pricing/trace.ts";
import type { WordsApi } from "../../words/words-provider.tsx";
import { traceSentences, unitNames } from "./trace-words.ts";

export type FigureLanguage = Pick<WordsApi, "language" | "number">;

/** A figure with its unit, as people say it: "2.95 h", "110 sq ft per hour", "$61.3662 per hour", "35 %". */
export function figureWords(
  figure: Pick<Trace, "value" | "unit">,
  { language, number }: FigureLanguage,
): string {
  return unitWords(printFigure(figure).text, figure.unit, { language, number });
}

/**
 * The same figure in a formula, where somebody reckons along: 0.2 gal at $96.91 does not come to $19.68, but
 * 0.2031 gal does.
 */
export function factorWords(figure: Pick<Trace, "value" | "unit">, words: FigureLanguage): string {
  if (figure.unit.of === "cents") return figureWords(figure, words);
  return unitWords(printExact(figure.value, 4).text, figure.unit, words);
}

function unitWords(text: string, { of, per }: Unit, words: FigureLanguage): string {
  const { language } = words;
  const amount = withUnit(text, of, words);
  return per === undefined ? amount : traceSentences.per[language](amount, perWord(per, language));
}

function withUnit(text: string, of: BaseUnit, { language, number }: FigureLanguage): string {
  if (of === "cents")
    return text.startsWith("-") ? `-$${grouped(text.slice(1))}` : `$${grouped(text)}`;
  const amount = number(Number(text), 4);
  if (of === "percent") return `${amount} %`;
  if (of === "factor") return amount;
  const words = unitNames[of];
  const word =
    text === "1" && of !== "hour" && of !== "gallon" && of !== "ounce" ? words.one : words.many;
  return `${amount} ${word[language]}`;
}

function perWord(per: NonNullable<Unit["per"]>, language: FigureLanguage["language"]): string {
  if (per === "cents" || per === "percent" || per === "factor") return "1";
  return unitNames[per].one[language];
}

/** Thousands set apart, digits behind the point left as they are. */
const grouped = (digits: string): string =>
  digits.replaceAll(/\B(?=(\d{3})+(?:\.|$))(?<!\.\d*)/g, ",");
