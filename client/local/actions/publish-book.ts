import { publishedBook } from "../../../shared/pricing/edit/published-book.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import { publishedFields } from "../../../shared/pricing/published-fields.ts";
import { instantOf, type Local } from "../local.ts";
import { mutate } from "../mutate.ts";
import { readDraftRow } from "../queries/book-draft.ts";
import type { SaveResult } from "../save-result.ts";
import { endOfDraft } from "./book-draft.ts";

export interface Publishing {
  /** What the book says; its id, version and whether it is the example are made here. */
  readonly book: PriceBook;
  readonly publishedBy: string;
  readonly note: string;
}

/**
 * Publishes a price book as the next version, and ends the draft: new estimates keep it from now on, the others keep
 * theirs. With no signal too; the server takes it when it hears of it, unless somebody else was first.
 *
 * @returns the number of the version.
 */
export function publishBook(
  local: Local,
  { book, publishedBy, note }: Publishing,
): Promise<SaveResult<number>> {
  const id = local.newId();
  return mutate(local, async (database) => {
    const versions = await database.priceBook.toArray();
    const version = Math.max(0, ...versions.map((row) => row.version)) + 1;
    const publishedAt = instantOf(local);
    const published = publishedBook(book, { id, version });
    const fields = publishedFields(published, { publishedBy, publishedAt, note });
    const draft = await readDraftRow(database);
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
