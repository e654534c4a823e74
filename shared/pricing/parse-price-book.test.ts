import { expect, test } from "vitest";
import { examplePriceBook } from "./example-price-book.ts";
import { parsePriceBook } from "./parse-price-book.ts";
import type { PriceBook } from "./price-book.ts";

const faultOf = (book: unknown) => {
  const parsed = parsePriceBook(JSON.stringify(book));
  return parsed.ok ? null : parsed.error;
};
const changed = (change: Partial<Record<keyof PriceBook, unknown>>) => ({
  ...examplePriceBook,
  ...change,
});

test("the example passes, and comes back as it was", () => {
  expect(parsePriceBook(JSON.stringify(examplePriceBook))).toEqual({
    ok: true,
    value: examplePriceBook,
  });
});

test("the example uses every source it names", () => {
  const { sources, ...rest } = examplePriceBook;
  const text = JSON.stringify(rest);
  const unused = Object.keys(sources).filter((key) => !text.includes(`"source":"${key}"`));
  expect(unused).toEqual([]);
});

test("what is not JSON is refused", () => {
  expect(parsePriceBook("{")).toMatchObject({ ok: false, error: { code: "not_json" } });
});

test.each([
  [{ version: 0 }, "version"],
  [{ currency: "EUR" }, "currency"],
  [{ options: [] }, "options"],
  [{ openings: { door: { value: "-1", source: "yarur" }, window: { value: "1" } } }, "openings"],
])("a document of another shape is refused: %o", (change, path) => {
  const fault = faultOf(changed(change));
  expect(fault?.code).toBe("shape");
  expect(fault?.path).toMatch(new RegExp(`^${path}`));
});

test("a rate of zero is refused: it would be divided by", () => {
  const labour = { ...examplePriceBook.labour, load: { value: "0.00", source: "yarur" } };
  expect(faultOf(changed({ labour }))).toMatchObject({ code: "shape", path: "labour.load.value" });
});

test("a margin of 100 % is refused: no price would reach it", () => {
  const margin = { kind: "margin", percent: { value: "100", source: "starting" } };
  const profit = { ...examplePriceBook.profit, paint: margin };
  expect(faultOf(changed({ profit }))?.path).toBe("profit.paint.percent.value");
});

test("a key twice, a key that is nowhere, a number without source", () => {
  const [first] = examplePriceBook.access;
  expect(faultOf(changed({ access: [first, first] }))).toMatchObject({
    code: "duplicate_key",
    path: "access.1.key",
  });
  expect(faultOf(changed({ scopes: [] }))).toMatchObject({
    code: "unknown_key",
    path: "substrates.0.scope",
  });
  const minimumCharge = { cents: 1, source: "hearsay" };
  expect(faultOf(changed({ minimumCharge }))).toEqual({
    code: "unknown_source",
    path: "minimumCharge.source",
    found: "hearsay",
  });
});

test("the key that leaves prep to the option is not a level's to take", () => {
  const [level] = examplePriceBook.prepLevels;
  const prepLevels = [...examplePriceBook.prepLevels, { ...level, key: "by-option" }];
  expect(faultOf(changed({ prepLevels }))?.code).toBe("duplicate_key");
});
