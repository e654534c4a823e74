import { expect, test } from "vitest";
import { examplePriceBook } from "../example-price-book.ts";
import type { BookDocument } from "./book-sections.ts";
import { diffBooks } from "./diff-books.ts";
import { withValueAt } from "./json.ts";

const book: BookDocument = JSON.parse(JSON.stringify(examplePriceBook));
const change = (path: string, value: unknown, document: BookDocument = book): BookDocument =>
  Object(withValueAt(document, path, value));
const [first, ...others] = examplePriceBook.substrates;
if (first === undefined) throw new Error("the example has no substrates");

test("names the entry, the field and both values", () => {
  expect(diffBooks(book, change("substrates.0.label.en", "Every wall"))).toEqual([
    {
      path: `substrates/${first.key}`,
      label: { en: "Every wall", es: first.label.es },
      kind: "changed",
      fields: [{ field: "label.en", before: first.label.en, after: "Every wall" }],
    },
  ]);
});

test("a setting is a change without words of its own", () => {
  const before = examplePriceBook.minimumCharge.cents;
  expect(diffBooks(book, change("minimumCharge.cents", 12_300))).toEqual([
    {
      path: "minimumCharge",
      label: null,
      kind: "changed",
      fields: [{ field: "cents", before, after: 12_300 }],
    },
  ]);
});

test("what comes and what goes is said once", () => {
  const copy = { ...first, key: "copy" };
  const after = { ...book, substrates: [...others, copy] };
  expect(diffBooks(book, after)).toEqual([
    { path: "substrates/copy", label: copy.label, kind: "added", fields: [] },
    { path: `substrates/${first.key}`, label: first.label, kind: "removed", fields: [] },
  ]);
});

test("another order of the same entries is one difference", () => {
  const after = { ...book, substrates: [...others, first] };
  const [difference, ...more] = diffBooks(book, after);
  expect(more).toEqual([]);
  expect(difference).toMatchObject({ path: "substrates", label: null, kind: "changed" });
  expect(difference?.fields[0]?.field).toBe("order");
});

test("which book it is, is no difference", () => {
  expect(diffBooks(book, { ...book, id: "other", version: 9, isExample: false })).toEqual([]);
});

test("sources are compared by their words", () => {
  const after = { ...book, sources: { ...examplePriceBook.sources, "our-crew": "Measured 2026" } };
  expect(diffBooks(book, after)).toEqual([
    {
      path: "sources/our-crew",
      label: { en: "Measured 2026", es: "Measured 2026" },
      kind: "added",
      fields: [],
    },
  ]);
});
