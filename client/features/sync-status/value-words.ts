import type { Named, PriceBook } from "../../../shared/pricing/price-book.ts";
import { formatCents } from "../../ui/format-cents.ts";
import type { WordsApi } from "../../words/words-provider.tsx";

type Speaking = Pick<WordsApi, "t" | "language" | "date" | "time">;

/** Keys of the price book, amounts and moments in words; undefined for what a person typed and reads as it is. */
export function valueWords(
  field: string,
  value: string | number,
  priceBook: PriceBook | null,
  { t, language, date, time }: Speaking,
): string | undefined {
  switch (field) {
    case "acceptedTotal":
    case "unitCost":
      return typeof value === "number" ? formatCents(value) : undefined;
    case "acceptedAt": {
      const at = Date.parse(String(value));
      return Number.isNaN(at) ? undefined : `${date(at)}, ${time(at)}`;
    }
    case "status":
      return value === "accepted" ? t.conflictYes : t.conflictNo;
    default:
      return namedIn(priceBook, field).find(({ key }) => key === value)?.label[language];
  }
}

function namedIn(priceBook: PriceBook | null, field: string): readonly Named[] {
  switch (field) {
    case "substrate":
      return priceBook?.substrates ?? [];
    case "access":
      return priceBook?.access ?? [];
    case "occupancy":
      return priceBook?.occupancy ?? [];
    case "prep":
      return priceBook?.prepLevels ?? [];
    case "acceptedOption":
      return priceBook?.options ?? [];
    default:
      return [];
  }
}
