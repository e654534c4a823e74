import type { QuantityUnit } from "../../../../shared/pricing/book/substrate.ts";
import type { BookWords } from "../../../words/book-words.ts";

/** "sq ft", "lin ft", "piece": for labels like "sq ft an hour". */
export function unitWord(unit: QuantityUnit, b: BookWords): string {
  switch (unit) {
    case "sqft":
      return b.unitSqft;
    case "lf":
      return b.unitLf;
    case "each":
      return b.unitEach;
  }
}

/** The same where there are many of them: "pieces an hour". */
export const unitsWord = (unit: QuantityUnit, b: BookWords): string =>
  unit === "each" ? b.unitPieces : unitWord(unit, b);
