import { type ReadPriceBook, readPriceBook } from "./check-price-book.ts";
import { isMembers } from "./known-keys.ts";
import type { PriceBookFaultCode } from "./price-book-fault.ts";
import { upgradePriceBook } from "./upgrade-price-book.ts";

/** Characters of a price book's document at the most: some nine times a complete one. */
export const MAX_DOCUMENT = 1_000_000;

const refused = (code: PriceBookFaultCode, found: string, expected: string): ReadPriceBook => ({
  ok: false,
  error: { code, path: "", entry: null, found, expected },
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads a price book's document: its shape, that keys are distinct, that what it refers to exists, that its
 * numbers make sense and name their source. What passes can be priced with. A document of format 1 comes back
 * as format 2, with the same prices.
 *
 * Takes a bounded time for any text, and never throws.
 *
 * @param document JSON text, as a `priceBook` record carries it.
 * @returns the book, or the first thing that is wrong with it; `checkPriceBook` says them all.
 */
export function parsePriceBook(document: string): ReadPriceBook {
  if (document.length > MAX_DOCUMENT) {
    return refused("too_large", String(document.length), String(MAX_DOCUMENT));
  }
  const json = parseJson(document);
  if (json === undefined) return refused("not_json", "", "");
  return readPriceBook(isMembers(json) && json["format"] === 1 ? upgradePriceBook(json) : json);
}
