import { expect, test } from "vitest";
import type { ReadCell } from "../../xlsx/read/read-sheet.ts";
import { numberIn, rounded } from "./read-number.ts";

const cell = (kind: ReadCell["kind"], text: string): ReadCell => ({
  ref: "A1",
  row: 1,
  column: 1,
  kind,
  text,
  formula: false,
  date: false,
});

test.each([
  ["1", "1"],
  [" 1,200 ", "1200"],
  ["1,234,567.50", "1234567.5"],
  ["$36.50", "36.5"],
  ["-$36.50", "-36.5"],
  ["($36.50)", "-36.5"],
  ["−5", "-5"],
  [".5", "0.5"],
  ["2.", "2"],
  ["007", "7"],
  ["-0", "0"],
  ["12 %", "12"],
])("%s is %s", (text, decimal) => {
  expect(numberIn(cell("text", text))?.decimal).toBe(decimal);
});

test.each([
  "",
  ".",
  "$",
  "%",
  "0,125",
  "1,20",
  "12,00.5",
  "1.2.3",
  "1e5",
  "NaN",
  "½",
  "5 lf",
  "1 2",
  "9".repeat(61),
])("“%s” is none", (text) => {
  expect(numberIn(cell("text", text))).toBeUndefined();
});

test.each([
  ["0.30000000000000004", "0.3"],
  ["180.30000000000001", "180.3"],
  ["37.599999999999994", "37.6"],
  ["1234567890123456", "1234567890123456"],
  ["102.803738317757", "102.803738317757"],
  ["-0.30000000000000004", "-0.3"],
])("of the double %s the digits that it keeps are %s", (text, decimal) => {
  expect(numberIn(cell("number", text))?.decimal).toBe(decimal);
});

test.each([
  ["37.595", 2, "37.6"],
  ["37.594", 2, "37.59"],
  ["-37.595", 2, "-37.6"],
  ["0.005", 2, "0.01"],
  ["9.995", 2, "10"],
  ["5", 2, "5"],
  ["5.5", 0, "6"],
])("%s to %d places is %s", (decimal, places, result) => {
  expect(rounded(decimal, places)).toBe(result);
});
