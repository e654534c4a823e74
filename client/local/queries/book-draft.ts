import type { RecordOf } from "../../../shared/estimate/record.ts";
import type { BookChange } from "../../../shared/pricing/edit/apply-changes.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import type { PaintboxDatabase } from "../database.ts";
import type { Local } from "../local.ts";
import type { Row } from "../rows.ts";
import { readPriceBook } from "./price-books.ts";

/** There is one draft at a time; should there be two for a moment, the older one counts until the server has spoken. */
export const readDraftRow = async (
  database: PaintboxDatabase,
): Promise<Row<"bookDraft"> | undefined> => database.bookDraft.orderBy("id").first();

/** A draft's changes, the oldest first: ids are made in the order of time. */
export const readChanges = (
  database: PaintboxDatabase,
  draftId: string,
): Promise<Row<"bookChange">[]> =>
  database.bookChange.where("draftId").equals(draftId).sortBy("id");

/** A draft of the price book: what `readDraft` takes. */
export interface BookDraft {
  readonly draft: RecordOf<"bookDraft">;
  /** The published book that it starts from. */
  readonly base: PriceBook;
  readonly changes: readonly BookChange[];
}

/** The draft of the price book; null when there is none, or the book it starts from is not here. */
export async function readBookDraft(local: Local): Promise<BookDraft | null> {
  const draft = await readDraftRow(local.database);
  if (!draft) return null;
  const changes = await readChanges(local.database, draft.id);
  // Last: it may wait for its code, and what a live query reads after such a wait is not watched.
  const base = await readPriceBook(local, draft.priceBookId);
  return base && { draft, base, changes };
}
