import fc from "fast-check";
import { expect, test } from "vitest";
import { readPlace, writePlace } from "./place.ts";

test("a place is found again in the address", () => {
  const part = fc.option(fc.string({ minLength: 1 }));
  fc.assert(
    fc.property(part, part, (field, surface) => {
      expect(readPlace(writePlace({ field, surface }))).toEqual({ field, surface });
    }),
  );
});

test("no place leaves no mark in the address", () => {
  expect(writePlace({ field: null, surface: null })).toBe("");
  expect(readPlace("")).toEqual({ field: null, surface: null });
});
