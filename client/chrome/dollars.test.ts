import fc from "fast-check";
import { expect, test } from "vitest";
import { centsOf, dollarsText } from "./dollars.ts";

test("dollars are read to the cent, and nothing is nothing", () => {
  expect(centsOf("125")).toBe(12_500);
  expect(centsOf("125.")).toBe(12_500);
  expect(centsOf("125.5")).toBe(12_550);
  expect(centsOf("0.05")).toBe(5);
  expect(centsOf(".5")).toBe(50);
  expect(centsOf("")).toBe(0);
});

test("what is no amount is refused", () => {
  for (const typed of ["1.234", "1.2.3", "-5", "abc", "123456789"])
    expect(centsOf(typed)).toBeNull();
});

test("what is written is read as the same amount", () => {
  fc.assert(
    fc.property(fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }), (cents) => {
      expect(centsOf(dollarsText(cents))).toBe(Math.abs(cents));
    }),
  );
});
