import { type BookChange, changesBetween } from "../../../../shared/pricing/edit/apply-changes.ts";
import {
  type BookDocument,
  entriesOf,
  isBookList,
  sourcesOf,
  splitPath,
} from "../../../../shared/pricing/edit/book-sections.ts";
import { mergeValues } from "../../../../shared/pricing/edit/merge-values.ts";
import type { PriceBook } from "../../../../shared/pricing/price-book.ts";
import type { BookEdit } from "../../../local/actions/book-draft.ts";

/** A book that a file can be held against. */
export type BaseName = "draft" | "current" | "from";

/** A book as the tablet has it: the draft, or the current version. */
interface BookHere {
  readonly book: PriceBook;
  /** Null: there is none yet, and one would begin on top of the book. */
  readonly draft: { readonly base: PriceBook; readonly changes: readonly BookChange[] } | null;
}

/**
 * What has to happen to the draft, or to a new one, so that it says what a file says.
 *
 * Held against the draft, the draft becomes what the file says, and changes of its own that the file knows nothing of
 * go. Held against a version, only what the file says otherwise than that version comes into the draft, number by
 * number; the rest of it stays.
 */
export function editsFor(
  file: PriceBook,
  held: { readonly name: BaseName; readonly book: PriceBook },
  { book, draft }: BookHere,
): readonly BookEdit[] {
  if (held.name !== "draft" || draft === null) {
    return changesBetween(held.book, file).map((change) => broughtInto(book, held.book, change));
  }
  const wanted = changesBetween(draft.base, file);
  const paths = new Set(wanted.map(({ path }) => path));
  const gone = draft.changes.filter(({ path }) => !paths.has(path));
  return [...gone.map(({ path }) => ({ path, value: undefined })), ...wanted];
}

function broughtInto(book: PriceBook, held: PriceBook, { path, value }: BookChange): BookEdit {
  const [before, now] = [partAt(held, path), partAt(book, path)];
  if (value === null || now === undefined) return { path, value };
  const later: unknown = JSON.parse(value);
  return { path, value: JSON.stringify(mergeValues(before, later, now)) };
}

/** What stands at a path of a book; nothing for the order of a list, which is taken as it is. */
function partAt(book: BookDocument, path: string): unknown {
  const { section, id } = splitPath(path);
  if (id === null) return isBookList(section) ? undefined : book[section];
  const entries = isBookList(section) ? entriesOf(book, section) : sourcesOf(book);
  return entries.find((entry) => entry.id === id)?.value;
}
