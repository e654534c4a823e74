import fc from "fast-check";
import { expect, test } from "vitest";
import { fitsSpreadsheet, movePoint, shortestDecimal } from "./decimal-text.ts";

test.each([
  ["1250", -2, "12.5"],
  ["5", -2, "0.05"],
  ["-5", -2, "-0.05"],
  ["12.5", 2, "1250"],
  ["0.125", 2, "12.5"],
  ["007.500", 0, "7.5"],
  ["-0.00", 0, "0"],
  ["0", -5, "0"],
  ["0", 5, "0"],
  ["100", 0, "100"],
])("%s with the point moved by %i is %s", (decimal, places, expected) => {
  expect(movePoint(decimal, places)).toBe(expected);
});

test.each(["", "1.", ".5", "1e3", "1,5", "Infinity", "--1", " 1"])("%j is no decimal", (text) => {
  expect(() => movePoint(text, 0)).toThrow(RangeError);
});

test("cents become dollars and cents again", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (cents) => {
      expect(movePoint(movePoint(String(cents), -2), 2)).toBe(String(cents));
    }),
  );
});

test.each([
  ["0.1", "0.1"],
  ["0.10000000000000001", "0.1"],
  ["1.5E-7", "0.00000015"],
  ["1e21", "1000000000000000000000"],
  ["-1.25E+2", "-125"],
  ["-0", "0"],
  ["+3.", "3"],
  [".5", "0.5"],
  ["5e-324", `0.${"0".repeat(323)}5`],
])("a stored %s is %s", (stored, expected) => {
  expect(shortestDecimal(stored)).toBe(expected);
});

test.each(["", "abc", "1e999", "0x10", "Infinity", "NaN", "1 2", "9".repeat(2_000)])(
  "a stored %j is no number",
  (stored) => {
    expect(shortestDecimal(stored)).toBeUndefined();
  },
);

test("the shortest decimal is the same double, and stays itself", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const decimal = shortestDecimal(String(value)) ?? "";
      expect(Number(decimal) === value).toBe(true);
      expect(decimal).not.toContain("e");
      expect(shortestDecimal(decimal)).toBe(decimal);
      expect(shortestDecimal(value.toPrecision(17))).toBe(decimal);
    }),
  );
});

test("fifteen significant digits fit a spreadsheet, sixteen do not", () => {
  expect(fitsSpreadsheet("123456789012345")).toBe(true);
  expect(fitsSpreadsheet("-0.00123456789012345")).toBe(true);
  expect(fitsSpreadsheet("1234567890123450000")).toBe(true);
  expect(fitsSpreadsheet("1234567890123456")).toBe(false);
  expect(fitsSpreadsheet(`0.${"0".repeat(400)}1`)).toBe(false);
  expect(fitsSpreadsheet("0")).toBe(true);
});
