import type { PriceBook } from "../price-book.ts";

/** What makes a version of its own of a book's content. */
export interface Publication {
  /** Of the record; the document carries the same. */
  readonly id: string;
  /** One more than the newest. */
  readonly version: number;
}

/** A book as a new version: a manager has seen it, so it is no example any more. */
export const publishedBook = (book: PriceBook, { id, version }: Publication): PriceBook => ({
  ...book,
  id,
  version,
  isExample: false,
});
