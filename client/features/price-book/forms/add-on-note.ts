import {
  dollarsText,
  scaledText,
  tidyDecimal,
} from "../../../../shared/pricing/edit/decimal-text.ts";
import type { BookWords } from "../../../words/book-words.ts";

/** What a unit of it is sold at. */
export function addOnNote(pay: string, factor: string, b: BookWords): string | null {
  const by = millionths(tidyDecimal(factor) ?? "0");
  if (by === 0) return null;
  const cents = scaledText(pay, 100_000_000, by, 0);
  return cents === null ? null : b.addOnPrice(dollarsText(Number(cents)));
}

const millionths = (text: string): number => Number(scaledText(text, 1_000_000) ?? "0");
