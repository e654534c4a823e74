import { expect, test } from "vitest";
import { examplePriceBook } from "./example-price-book.ts";
import { MAX_DOCUMENT, parsePriceBook } from "./parse-price-book.ts";
import { seminarPriceBook } from "./testing/seminar-price-book.ts";

test.each([examplePriceBook, seminarPriceBook])("$id passes, and comes back as it was", (book) => {
  expect(parsePriceBook(JSON.stringify(book))).toEqual({ ok: true, value: book });
});

test("the example uses every source it names", () => {
  const { sources, ...rest } = examplePriceBook;
  const text = JSON.stringify(rest);
  const unused = Object.keys(sources).filter((key) => !text.includes(`"source":"${key}"`));
  expect(unused).toEqual([]);
});

test.each([["{"], [""], ["NaN"], ["{'format': 2}"], ['{"format": 2,}'], ["Infinity"]])(
  "what is not JSON is refused: %s",
  (document) => {
    expect(parsePriceBook(document)).toEqual({
      ok: false,
      error: { code: "not_json", path: "", entry: null, found: "", expected: "" },
    });
  },
);

test("a text that is too long is refused before it is read", () => {
  expect(parsePriceBook(" ".repeat(MAX_DOCUMENT + 1))).toMatchObject({
    ok: false,
    error: { code: "too_large", found: "1000001", expected: "1000000" },
  });
});

test.each([["null"], ["[]"], ["2"], ['"format"'], ["true"]])(
  "a document that is no object is refused: %s",
  (document) => {
    expect(parsePriceBook(document)).toMatchObject({
      ok: false,
      error: { code: "not_an_object", path: "" },
    });
  },
);

test.each([[0], [3], ["2"], [null], [undefined]])(
  "a format that this version does not know is the only thing said: %s",
  (format) => {
    expect(parsePriceBook(JSON.stringify({ format, wage: 3 }))).toMatchObject({
      ok: false,
      error: { code: "format_unknown", path: "format", expected: "1, 2" },
    });
  },
);
