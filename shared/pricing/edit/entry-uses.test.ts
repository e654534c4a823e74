import { expect, test } from "vitest";
import { examplePriceBook } from "../example-price-book.ts";
import type { PriceBook } from "../price-book.ts";
import { entriesOf } from "./book-sections.ts";
import { usesOf, usesOfSource } from "./entry-uses.ts";

const book: PriceBook = examplePriceBook;

test("a product is kept by the options that paint with it", () => {
  const [choice] = book.options[0]?.scopes ?? [];
  const uses = usesOf(book, "products", choice?.product ?? "");
  expect(uses.map(({ path }) => path)).toContain(`options/${book.options[0]?.key}`);
});

test("nobody keeps what nobody names", () => {
  expect(usesOf(book, "products", "no-such-paint")).toEqual([]);
  expect(usesOf(book, "addOns", "anything")).toEqual([]);
});

test("a hint keeps its substrates", () => {
  const hinting = {
    ...book,
    hints: [{ kind: "companion" as const, substrate: "doors", companions: ["casing"] }],
  };
  for (const key of ["doors", "casing"])
    expect(usesOf(hinting, "substrates", key).map(({ path }) => path)).toContain("hints");
});

test("a source is kept by every number that names it", () => {
  const source = "example-test";
  const walls = book.substrates[0];
  const used = {
    ...book,
    minimumCharge: { ...book.minimumCharge, source },
    substrates: [{ ...walls, prep: { basis: "sqft", perUnit: { value: "1", source } } }],
  };
  expect(usesOfSource(used, source).map(({ path }) => path)).toEqual([
    "minimumCharge",
    `substrates/${entriesOf(book, "substrates")[0]?.id}`,
  ]);
});
