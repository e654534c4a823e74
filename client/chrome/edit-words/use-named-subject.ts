import { usePriceBook } from "../../local/hooks/use-price-book.ts";
import { useSubject } from "../../local/hooks/use-subject.ts";
import type { Target } from "../../local/rows.ts";
import { useWords } from "../../words/words-provider.tsx";
import type { ValueContext } from "./shown-value.ts";
import { subjectAddress, subjectWords } from "./subject-words.ts";
import { valueWords } from "./value-words.ts";

export interface NamedSubject extends Pick<ValueContext, "valueWords"> {
  /** Empty until it was read, and when nothing is known of it. */
  readonly place: string;
  readonly address: string | null;
}

/** What an edit was about: its name, the screen to open, and how its values are said. */
export function useNamedSubject(target: Target, estimateId: string | null): NamedSubject {
  const words = useWords();
  const subject = useSubject(target, estimateId);
  const priceBook = usePriceBook(subject?.priceBookId ?? "") ?? null;
  const said: NamedSubject["valueWords"] = (field, value) =>
    valueWords(field, value, priceBook, words);
  if (!subject) return { place: "", address: null, valueWords: said };
  return {
    place: subjectWords(subject, said("substrate", subject.substrate)),
    address: subjectAddress(target.entity, subject),
    valueWords: said,
  };
}
