import type { Fields } from "../estimate/entities.ts";
import { parsePriceBook } from "./parse-price-book.ts";

/** Characters of a price book's document at the most: some five times a complete one. */
export const MAX_DOCUMENT = 1_000_000;

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
