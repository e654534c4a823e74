import { toNumber } from "../../../shared/exact/print-exact.ts";
import { parseQuantity } from "../../../shared/units/decimal.ts";
import type { QuantityUnit } from "../../../shared/pricing/book/substrate.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import type { Subject } from "../../local/queries/subject.ts";
import type { Words } from "../../words/dictionary.ts";

export type UnitOfQuantity = QuantityUnit | "day" | null;

/** What a quantity is counted in: a surface's and an add-on's unit is the price book's; null where pieces go without saying. */
export function quantityUnit(
  { substrate, itemKind, addOn }: Pick<Subject, "substrate" | "itemKind" | "addOn">,
  priceBook: PriceBook | null,
): UnitOfQuantity {
  if (itemKind === "crew-days") return "day";
  const surface = priceBook?.substrates.find(({ key }) => key === substrate);
  return (surface ?? priceBook?.addOns.find(({ key }) => key === addOn))?.unit ?? null;
}

/** "324 sq ft": a quantity as it was typed, with its unit; what is not a number stays as it stands. */
export function quantityText(typed: string, unit: UnitOfQuantity, t: Words): string {
  const parsed = parseQuantity(typed);
  if (!parsed.ok) return typed;
  switch (unit) {
    case "sqft":
      return t.areaSquareFeet(typed.trim());
    case "lf":
      return t.areaLinearFeet(typed.trim());
    case "each":
      return t.areaPieces(toNumber(parsed.value));
    case "day":
      return t.areaDays(toNumber(parsed.value));
    case null:
      return typed;
  }
}
