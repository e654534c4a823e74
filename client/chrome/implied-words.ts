import type { Exact } from "../../shared/exact/exact.ts";
import { toNumber } from "../../shared/exact/print-exact.ts";
import type { QuantityUnit } from "../../shared/pricing/book/substrate.ts";
import type { Implied } from "../../shared/pricing/priced-estimate.ts";
import { formatCents } from "../ui/format-cents.ts";
import { implied as subject } from "../words/implied.ts";
import type { WordsApi } from "../words/words-provider.tsx";

type Speaking = Pick<WordsApi, "language" | "number">;

const cents = (value: Exact): string => formatCents(Math.round(toNumber(value)));

function paceWords(perHour: Exact, unit: QuantityUnit, { language, number }: Speaking): string {
  const w = subject[language];
  const amount = number(toNumber(perHour), toNumber(perHour) < 10 ? 1 : 0);
  switch (unit) {
    case "sqft":
      return w.impliedSqftPerHour(amount);
    case "lf":
      return w.impliedFeetPerHour(amount);
    case "each":
      return w.impliedPiecesPerHour(amount);
  }
}

/** Nobody speaks of a seventh of a cabinet an hour. */
const hasPace = (perHour: Exact, unit: QuantityUnit): boolean =>
  unit !== "each" || toNumber(perHour) >= 1;

function priceWords(perUnit: Exact, unit: QuantityUnit, { language }: Speaking): string {
  const w = subject[language];
  switch (unit) {
    case "sqft":
      return w.impliedPerSqft(cents(perUnit));
    case "lf":
      return w.impliedPerFoot(cents(perUnit));
    case "each":
      return w.impliedPerPiece(cents(perUnit));
  }
}

/**
 * A line in the terms of the other ways to estimate: "This is 4.2 h, 142 sq ft an hour, $1.86 a sq ft."; null for
 * nothing.
 *
 * @param isBought its hours are those that its price would buy: nobody spends them on a lift.
 */
export function impliedWords(line: Implied, speaking: Speaking, isBought = false): string | null {
  const w = subject[speaking.language];
  const { hours, unitsPerHour, centsPerUnit, unit } = line;
  const said = hours && toNumber(hours) >= 0.05 && w.impliedHours(speaking.number(toNumber(hours)));
  const facts = [
    said,
    unitsPerHour && unit && hasPace(unitsPerHour, unit) && paceWords(unitsPerHour, unit, speaking),
    centsPerUnit && unit && priceWords(centsPerUnit, unit, speaking),
  ].filter((fact) => typeof fact === "string");
  if (facts.length === 0) return null;
  const sentence = isBought && said ? w.impliedAtCharge : w.impliedSentence;
  return sentence(facts.join(", "));
}
