import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import { bookReader } from "../book-reader.ts";
import type { Local } from "../local.ts";
import { currentPriceBookId } from "../newest-price-book.ts";

interface Parsed {
  readonly document: string;
  readonly book: PriceBook | null;
}

/** A published price book never changes, so that reading its 60 KB of text once is enough. */
const parsedBooks = new Map<string, Parsed>();

/** A price book, or null when it is not here or was written for a newer version of the app. */
export async function readPriceBook({ database }: Local, id: string): Promise<PriceBook | null> {
  const row = await database.priceBook.get(id);
  if (!row) return null;
  const known = parsedBooks.get(id);
  if (known?.document === row.document) return known.book;
  const parsed = (await bookReader())(row.document);
  const book = parsed.ok ? parsed.value : null;
  parsedBooks.set(id, { document: row.document, book });
  return book;
}

/** The book that a new estimate would keep. */
export async function readNewestPriceBook(local: Local): Promise<PriceBook | null> {
  const id = await currentPriceBookId(local.database);
  return id === undefined ? null : readPriceBook(local, id);
}
