import { parseTaskPercents } from "../../../shared/estimate/prep-tasks.ts";
import { NO_PRIMER, PREP_BY_OPTION } from "../../../shared/pricing/choice-keys.ts";
import type { Named, PriceBook } from "../../../shared/pricing/price-book.ts";
import { formatCents } from "../../ui/format-cents.ts";
import type { WordsApi } from "../../words/words-provider.tsx";
import type { EditWords } from "./use-edit-words.ts";

/** Characters of a price book's entry, which is JSON text, that a list of edits shows. */
const SHOWN_OF_ENTRY = 160;

type Speaking = Pick<WordsApi, "language" | "date" | "time"> & { readonly t: EditWords };

/** Keys of the price book, amounts and moments in words; undefined for what a person typed and reads as it is. */
export function valueWords(
  field: string,
  value: string | number,
  priceBook: PriceBook | null,
  { t, language, date, time }: Speaking,
): string | undefined {
  const named = (key: string | number): string | undefined =>
    namedIn(priceBook, field).find((entry) => entry.key === key)?.label[language];
  switch (field) {
    case "acceptedTotal":
    case "unitCost":
    case "materialCost":
      return typeof value === "number" ? formatCents(value) : undefined;
    case "acceptedAt": {
      const at = Date.parse(String(value));
      return Number.isNaN(at) ? undefined : `${date(at)}, ${time(at)}`;
    }
    case "status":
      return value === "accepted" ? t.conflictYes : t.conflictNo;
    case "kind":
      return kindWords(value, t);
    case "priceBookId":
      return priceBook?.id === value ? priceBook.name[language] : t.fieldOtherBook;
    case "estimatorId":
      return value === "" ? undefined : t.fieldSomebodyElse;
    case "discounts":
      return String(value)
        .split(" ")
        .map((key) => named(key) ?? key)
        .join(", ");
    case "prepTasks":
      return parseTaskPercents(String(value))
        .map(({ task, percent }) => `${named(task) ?? task} ${percent} %`)
        .join(", ");
    case "primer":
      return value === NO_PRIMER ? t.fieldNoPrimer : named(value);
    case "prep":
      return value === PREP_BY_OPTION ? t.editorByOptionShort : named(value);
    case "value": {
      const entry = String(value);
      return entry.length > SHOWN_OF_ENTRY ? `${entry.slice(0, SHOWN_OF_ENTRY)}…` : undefined;
    }
    default:
      return named(value);
  }
}

/** Of a line beside the surfaces. */
function kindWords(kind: string | number, t: Speaking["t"]): string | undefined {
  switch (kind) {
    case "cost":
      return t.fieldKindCost;
    case "price":
      return t.fieldKindPrice;
    case "crew-days":
      return t.fieldKindCrewDays;
    case "add-on":
      return t.fieldKindAddOn;
    default:
      return undefined;
  }
}

/** The entries of the price book that a field is chosen from; none for a field that is typed. */
export function namedIn(priceBook: PriceBook | null, field: string): readonly Named[] {
  switch (field) {
    case "substrate":
      return priceBook?.substrates ?? [];
    case "access":
      return priceBook?.access ?? [];
    case "occupancy":
      return priceBook?.occupancy ?? [];
    case "prep":
      return priceBook?.prepLevels ?? [];
    case "prepTasks":
      return priceBook?.prepTasks ?? [];
    case "product":
      return priceBook?.products ?? [];
    case "sheen":
      return priceBook?.sheens ?? [];
    case "method":
      return priceBook?.methods ?? [];
    case "primer":
      return priceBook?.primers ?? [];
    case "condition":
      return priceBook?.conditions ?? [];
    case "colourChange":
      return priceBook?.colourChanges ?? [];
    case "texture":
      return priceBook?.textures ?? [];
    case "discounts":
      return priceBook?.discounts ?? [];
    case "addOn":
      return priceBook?.addOns ?? [];
    case "acceptedOption":
      return priceBook?.options ?? [];
    default:
      return [];
  }
}
