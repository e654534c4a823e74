import fc from "fast-check";
import { expect, test } from "vitest";
import { readWorkbook } from "../../xlsx/read/read-workbook.ts";
import { writeWorkbook } from "../../xlsx/write/write-workbook.ts";
import { diffBooks } from "../edit/diff-books.ts";
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

/** What spreadsheets are known to take for something else, or to lose. */
const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom(
    "",
    " ",
    "=1+1",
    "007",
    "1/2",
    "TRUE",
    " Walls ",
    "a\r\nb",
    "a\nb",
    "x, y",
    "ñandú 漆",
  ),
);

test("names and descriptions come back to the letter, whatever is in them", () => {
  const some = fc.array(texts, { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(some, ([en = "", es = "", includes = "", colour = "", code = "", source = ""]) => {
      const [walls, ...others] = examplePriceBook.substrates;
      if (walls === undefined) return;
      const book: PriceBook = {
        ...examplePriceBook,
        sources: { ...examplePriceBook.sources, own: source },
        colours: [{ name: colour || "x", code, hex: "#0a0b0c" }, ...examplePriceBook.colours],
        substrates: [
          { ...walls, label: { en, es }, includes: { en: includes, es: includes } },
          ...others,
        ],
      };
      expect(bookOf(throughBytes(book, "en"))).toEqual(book);
    }),
    { numRuns: 15 },
  );
}, 60_000);

test("the same book is read against another one: what is different in it is all that differs", () => {
  const read = throughBytes(costPlusPriceBook, "en", examplePriceBook);
  const { id, version, name, isExample } = examplePriceBook;
  const found = bookOf(read);
  expect(found).toMatchObject({ id, version, name, isExample });
  // Of another base the zeros at the end of a number are not known.
  const fields = diffBooks(costPlusPriceBook, { ...found, name: costPlusPriceBook.name })
    .flatMap((difference) => difference.fields)
    .filter(({ before, after }) => Number(before) !== Number(after));
  expect(fields).toEqual([]);
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
