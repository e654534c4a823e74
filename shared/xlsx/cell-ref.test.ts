import fc from "fast-check";
import { expect, test } from "vitest";
import { columnLetters, LAST_COLUMN, LAST_ROW, parseRef } from "./cell-ref.ts";

test("columns are lettered as spreadsheets do", () => {
  expect([1, 26, 27, 52, 702, 703, 16_384].map(columnLetters)).toEqual([
    "A",
    "Z",
    "AA",
    "AZ",
    "ZZ",
    "AAA",
    "XFD",
  ]);
});

test("every cell of a sheet is read from its own reference", () => {
  const places = fc.record({
    row: fc.integer({ min: 1, max: LAST_ROW }),
    column: fc.integer({ min: 1, max: LAST_COLUMN }),
  });
  fc.assert(
    fc.property(places, (place) => {
      expect(parseRef(`${columnLetters(place.column)}${place.row}`)).toEqual(place);
    }),
  );
});

test.each([
  "",
  "A",
  "7",
  "A0",
  "A01",
  "a1",
  "A1:B2",
  "$A$1",
  "A-1",
  "A1 ",
  "XFE1",
  "A1048577",
  "AAAA1",
  "ZZZZZZ99999999",
  "A99999999",
  "Ñ1",
])("%j is no cell", (ref) => {
  expect(parseRef(ref)).toBeUndefined();
});
