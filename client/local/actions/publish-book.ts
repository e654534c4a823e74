import { publishedBook } from "../../../shared/pricing/edit/published-book.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import { publishedFields } from "../../../shared/pricing/published-fields.ts";
import type { PaintboxDatabase } from "../database.ts";
import { instantOf, type Local } from "../local.ts";
import { mutate } from "../mutate.ts";
import { type BookDraft, readChanges, readDraftRow } from "../queries/book-draft.ts";
import type { Row } from "../rows.ts";
import type { SaveResult } from "../save-result.ts";
import { endOfDraft } from "./book-draft.ts";

export interface Publishing {
  /** What the book says; its id, version and whether it is the example are made here. */
  readonly book: PriceBook;
  /** The number it was shown with. */
  readonly version: number;
  /** The draft it was made of; null for a book as it stands. */
  readonly draft: BookDraft | null;
  readonly publishedBy: string;
  readonly note: string;
}

/**
 * Publishes a price book as the next version, and ends the draft: new estimates keep it from now on, the others keep
 * theirs. With no signal too; the server takes it when it hears of it, unless somebody else was first.
 *
 * `book_changed`: another tab or another manager has published or changed something since the book was looked at.
 * Publishing would end the draft with that in it, seen by nobody.
 *
 * @returns the number of the version.
 */
export function publishBook(
  local: Local,
  { book, version, draft: seen, publishedBy, note }: Publishing,
): Promise<SaveResult<number>> {
  const id = local.newId();
  return mutate(local, async (database) => {
    const versions = await database.priceBook.toArray();
    const draft = await readDraftRow(database);
    const isNext = version === Math.max(0, ...versions.map((row) => row.version)) + 1;
    if (!isNext || !(await isAsSeen(database, draft, seen))) return { code: "book_changed" };
    const publishedAt = instantOf(local);
    const published = publishedBook(book, { id, version });
    const fields = publishedFields(published, { publishedBy, publishedAt, note });
    return {
      name: "book.publish",
      estimateId: draft?.id ?? "",
      operations: [
        { op: "add", entity: "priceBook", id, fields },
        ...(draft ? await endOfDraft(database, draft) : []),
      ],
      value: version,
      undoable: false,
    };
  });
}

/** Whether a draft is still the one that somebody looked at, to the last change. */
async function isAsSeen(
  database: PaintboxDatabase,
  draft: Row<"bookDraft"> | undefined,
  seen: BookDraft | null,
): Promise<boolean> {
  if (!draft || !seen) return !draft && !seen;
  const changes = await readChanges(database, draft.id);
  return (
    draft.id === seen.draft.id &&
    draft.priceBookId === seen.draft.priceBookId &&
    changes.length === seen.changes.length &&
    changes.every(({ path, value }, at) => {
      const before = seen.changes[at];
      return path === before?.path && value === before.value;
    })
  );
}
