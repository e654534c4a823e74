import fc from "fast-check";
import { expect, test } from "vitest";
import {
  centsOf,
  dollarsText,
  inverseText,
  isDecimal,
  marginOfMarkup,
  markupOfMargin,
  scaledText,
  tidyDecimal,
} from "./decimal-text.ts";

test.each([
  ["110", 100, "0.909091"],
  ["0.5", 1, "2"],
  ["0.5", 60, "120"],
  ["3", 1, "0.333333"],
  ["1.5", 100, "66.666667"],
])("%s the other way round, times %d, is %s", (text, times, inverse) => {
  expect(inverseText(text, times)).toBe(inverse);
});

test("nothing has no other way round, and neither has what would be nothing", () => {
  for (const text of ["0", "0.00", "", "1e3", "-2"]) expect(inverseText(text)).toBeNull();
  expect(inverseText("999999999")).toBeNull();
});

test("there and back is the same to five digits", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), (whole) => {
      const text = scaledText(String(whole), 1, 10) ?? "";
      const back = inverseText(inverseText(text, 100) ?? "", 100, 3);
      expect(Number(back) / (whole / 10)).toBeCloseTo(1, whole < 10_000 ? 3 : 2);
    }),
  );
});

test.each([
  [".5", "0.5"],
  ["2.", "2"],
  ["007", "7"],
  ["0", "0"],
  ["12.345", "12.345"],
])("%s is typed and %s is kept", (typed, kept) => {
  expect(tidyDecimal(typed)).toBe(kept);
});

test.each(["", ".", "1,5", "1.2345678", "12345678901", "1 2"])("%s is no number", (typed) => {
  expect(tidyDecimal(typed)).toBeNull();
});

test("dollars and cents come back as they were", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000 }), (cents) => {
      expect(centsOf(dollarsText(cents))).toBe(cents);
    }),
  );
  expect(centsOf("22.165")).toBeNull();
  expect(dollarsText(22_05)).toBe("22.05");
});

test("a margin and its mark-up", () => {
  expect(markupOfMargin("35")).toBe("53.8");
  expect(markupOfMargin("50")).toBe("100");
  expect(markupOfMargin("100")).toBeNull();
  expect(marginOfMarkup("53.846154")).toBe("35");
  expect(marginOfMarkup("20")).toBe("16.7");
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999 }), (thousandth) => {
      const margin = scaledText(String(thousandth), 1, 1000) ?? "";
      const markup = markupOfMargin(margin, 6);
      expect(markup !== null && isDecimal(markup)).toBe(true);
    }),
  );
});
