import { type BookChange, changesBetween } from "../../../../shared/pricing/edit/apply-changes.ts";
import type { PriceBook } from "../../../../shared/pricing/price-book.ts";
import type { BookEdit } from "../../../local/actions/book-draft.ts";

/** A book that a file can be held against. */
export type BaseName = "draft" | "current" | "from";

/** The draft as a reading of its rows gives it. */
interface DraftOn {
  readonly base: PriceBook;
  readonly changes: readonly BookChange[];
}

/**
 * What has to happen to the draft, or to a new one on top of the current book, so that it says what a file says.
 *
 * Held against the draft, the draft becomes what the file says, and changes of its own that the file knows nothing of
 * go. Held against a version, only what the file says otherwise than that version comes into the draft; the rest stays.
 */
export function editsFor(
  file: PriceBook,
  held: { readonly name: BaseName; readonly book: PriceBook },
  draft: DraftOn | null,
): readonly BookEdit[] {
  if (held.name !== "draft" || draft === null) return changesBetween(held.book, file);
  const wanted = changesBetween(draft.base, file);
  const paths = new Set(wanted.map(({ path }) => path));
  const gone = draft.changes.filter(({ path }) => !paths.has(path));
  return [...gone.map(({ path }) => ({ path, value: undefined })), ...wanted];
}
