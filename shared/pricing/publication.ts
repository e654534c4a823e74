import type { Fields } from "../estimate/entities.ts";
import { parsePriceBook } from "./parse-price-book.ts";
import type { PriceBook } from "./price-book.ts";

/** Characters of a price book's document at the most: some five times a complete one. */
export const MAX_DOCUMENT = 1_000_000;

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

/** Whether a record says of its document what the document says itself, and the document can be priced with. */
export function isPublishable(id: string, fields: Fields<"priceBook">): boolean {
  if (fields.document.length > MAX_DOCUMENT) return false;
  const parsed = parsePriceBook(fields.document);
  if (!parsed.ok) return false;
  const { name, version, isExample } = parsed.value;
  return (
    parsed.value.id === id &&
    name.en === fields.name &&
    version === fields.version &&
    isExample === fields.isExample
  );
}
