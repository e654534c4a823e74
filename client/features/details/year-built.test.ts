import fc from "fast-check";
import { expect, test } from "vitest";
import { needsLeadSafety, readYear, yearText } from "./year-built.ts";

test("only a whole year is a year", () => {
  for (const typed of ["1", "19", "196", "0000", "9999", "19 5", "-196", "1e33"])
    expect(readYear(typed)).toBeUndefined();
  expect(readYear("1965")).toBe(1965);
  expect(readYear("")).toBeNull();
});

test("what a field shows of a year reads as that year", () => {
  fc.assert(
    fc.property(fc.option(fc.integer({ min: 1600, max: 2200 })), (year) => {
      expect(readYear(yearText(year))).toBe(year);
    }),
  );
});

test("lead-safe rules begin below 1978, and need to know the year", () => {
  expect(needsLeadSafety(1977)).toBe(true);
  expect(needsLeadSafety(1978)).toBe(false);
  expect(needsLeadSafety(null)).toBe(false);
  expect(needsLeadSafety(readYear("197"))).toBe(false);
});
