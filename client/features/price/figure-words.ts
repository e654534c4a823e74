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
  const { text } = printFigure(figure);
  const { of, per } = figure.unit;
  const amount = withUnit(text, of, { language, number });
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
