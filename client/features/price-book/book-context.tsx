import { createContext, type ReactNode, use } from "react";
import type { BookDifference } from "../../../shared/pricing/edit/diff-books.ts";
import type { BookEntry, BookList } from "../../../shared/pricing/edit/book-sections.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import type { BookTools } from "../../../shared/pricing/edit/book-tools.ts";
import type { BookDraft } from "../../local/queries/book-draft.ts";
import type { BookVersion } from "../../local/queries/book-versions.ts";
import type { BookWords } from "../../words/book-words.ts";
import type { FormContext } from "./forms/form-fields.ts";
import type { Places } from "./forms/form-of.ts";

/** One book of the two that a screen may show: the draft, and the published one it starts from. */
export interface ShownBook {
  readonly book: PriceBook;
  readonly context: FormContext;
  /** The entries of a list by the ids that paths name them by. */
  readonly entries: (list: BookList) => readonly BookEntry[];
  readonly placeOf: Places;
}

/** What every screen of the price book is about. */
export interface OpenBook {
  readonly b: BookWords;
  readonly tools: BookTools;
  /** Where its screens begin: `/price-book`, or a version's own. */
  readonly root: string;
  /** The published version that is shown, or that the draft starts from. */
  readonly version: BookVersion;
  readonly versions: readonly BookVersion[];
  /** What is shown: the draft, else the published book. */
  readonly now: ShownBook;
  readonly before: ShownBook;
  readonly draft: BookDraft | null;
  /** The draft's changes by path. */
  readonly changed: ReadonlyMap<string, BookDifference>;
  readonly canEdit: boolean;
  /** An older version, opened to be read. */
  readonly isOld: boolean;
}

const BookContext = createContext<OpenBook | null>(null);

export const BookProvider = ({
  open,
  children,
}: {
  readonly open: OpenBook;
  readonly children: ReactNode;
}) => <BookContext value={open}>{children}</BookContext>;

export function useBook(): OpenBook {
  const open = use(BookContext);
  if (!open) throw new Error("useBook needs a BookProvider above it");
  return open;
}
