import type { Exact } from "../../shared/exact/exact.ts";
import { toNumber } from "../../shared/exact/print-exact.ts";
import type { QuantityUnit } from "../../shared/pricing/book/substrate.ts";
import type { WordsApi } from "../words/words-provider.tsx";

/** How much of a surface there is: "324 sq ft", "45 ft", "2 pieces". */
export function quantityWords(
  quantity: Exact,
  unit: QuantityUnit | "day",
  { t, number }: Pick<WordsApi, "t" | "number">,
): string {
  const amount = toNumber(quantity);
  switch (unit) {
    case "sqft":
      return t.areaSquareFeet(number(amount));
    case "lf":
      return t.areaLinearFeet(number(amount));
    case "each":
      return t.areaPieces(amount);
    case "day":
      return t.areaDays(amount);
  }
}
