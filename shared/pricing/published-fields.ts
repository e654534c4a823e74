import type { Fields } from "../estimate/entities.ts";
import type { PriceBook } from "./price-book.ts";

/** The fields of the record that a price book is published in; its id is the book's. */
export const publishedFields = (
  book: PriceBook,
  {
    publishedBy,
    publishedAt,
    note,
  }: Pick<Fields<"priceBook">, "publishedBy" | "publishedAt" | "note">,
): Fields<"priceBook"> => ({
  name: book.name.en,
  document: JSON.stringify(book),
  isExample: book.isExample,
  version: book.version,
  publishedBy,
  publishedAt,
  note,
});
