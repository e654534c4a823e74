import { usePriceBook } from "../../local/hooks/use-price-book.ts";
import { useSubject } from "../../local/hooks/use-subject.ts";
import type { Target } from "../../local/rows.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import { useWords } from "../../words/words-provider.tsx";
import { useEditWords } from "./use-edit-words.ts";
import { quantityText, quantityUnit } from "./quantity-unit.ts";
import type { ValueContext } from "./shown-value.ts";
import { placeWords, subjectAddress, subjectWords } from "./subject-words.ts";
import { valueWords } from "./value-words.ts";

export interface NamedSubject extends Pick<ValueContext, "valueWords"> {
  /** Customer and place; empty until it was read, and when nothing is known of it. */
  readonly whole: string;
  /** Where in its estimate; empty for the estimate itself. */
  readonly place: string;
  readonly customerName: string;
  /** The price book of its estimate, where it is here. */
  readonly priceBook: PriceBook | null;
  readonly address: string | null;
}

/** What an edit was about: its name, the screen to open, and how its values are said. */
export function useNamedSubject(target: Target, estimateId: string | null): NamedSubject {
  const words = useWords();
  const t = useEditWords();
  const subject = useSubject(target, estimateId);
  const priceBook = usePriceBook(subject?.priceBookId ?? "") ?? null;
  const unit = subject ? quantityUnit(subject, priceBook) : null;
  const said: NamedSubject["valueWords"] = (field, value) =>
    field === "quantity"
      ? quantityText(String(value), unit, t)
      : valueWords(field, value, priceBook, { ...words, t });
  if (!subject)
    return {
      whole: "",
      place: "",
      customerName: "",
      priceBook,
      address: null,
      valueWords: said,
    };
  const substrate = said("substrate", subject.substrate);
  return {
    whole: subjectWords(subject, substrate),
    place: placeWords(subject, substrate),
    customerName: subject.customerName,
    priceBook,
    address: subjectAddress(target.entity, subject),
    valueWords: said,
  };
}
