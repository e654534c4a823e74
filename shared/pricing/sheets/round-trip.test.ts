import fc from "fast-check";
import { expect, test } from "vitest";
import { readWorkbook } from "../../xlsx/read/read-workbook.ts";
import { writeWorkbook } from "../../xlsx/write/write-workbook.ts";
import { examplePriceBook } from "../example-price-book.ts";
import type { PriceBook } from "../price-book.ts";
import { arbitraryPriceBook } from "../testing/arbitrary-price-book.ts";
import { costPlusPriceBook } from "../testing/cost-plus-price-book.ts";
import type { SheetLanguage } from "./column.ts";
import type { ReadBookSheets } from "./conclude-sheets.ts";
import { workbookToPriceBook } from "./workbook-to-price-book.ts";
import { priceBookToSheets } from "./write-sheets.ts";

/** Through the bytes of a workbook and back. */
function throughBytes(book: PriceBook, language: SheetLanguage, base = book): ReadBookSheets {
  const bytes = writeWorkbook(priceBookToSheets({ book, isDraft: false }, language));
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return workbookToPriceBook(read.value, base, language);
}

function bookOf(read: ReadBookSheets): PriceBook {
  if (!read.ok) throw new Error(JSON.stringify(read.faults, null, 1));
  expect(read.warnings).toEqual([]);
  return read.book;
}

test.each(["en", "es"] as const)(
  "the example comes back from its sheets whole (%s)",
  (language) => {
    expect(bookOf(throughBytes(examplePriceBook, language))).toEqual(examplePriceBook);
  },
);

test.each(["en", "es"] as const)("so does the book of a very different firm (%s)", (language) => {
  expect(bookOf(throughBytes(costPlusPriceBook, language))).toEqual(costPlusPriceBook);
});

test("whatever a price book says, its sheets say", () => {
  fc.assert(
    fc.property(
      arbitraryPriceBook,
      fc.constantFrom("en" as const, "es" as const),
      (book, language) => {
        expect(bookOf(throughBytes(book, language))).toEqual(book);
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
