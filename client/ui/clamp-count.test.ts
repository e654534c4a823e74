import fc from "fast-check";
import { expect, test } from "vitest";
import { clampCount } from "./clamp-count.ts";

test("a count stays whole and inside its limits", () => {
  fc.assert(
    fc.property(fc.double(), (count) => {
      const clamped = clampCount(count, 0, 99);
      expect(Number.isInteger(clamped)).toBe(true);
      expect(clamped).toBeGreaterThanOrEqual(0);
      expect(clamped).toBeLessThanOrEqual(99);
    }),
  );
});

test("a count inside its limits is left alone", () => {
  expect(clampCount(7, 0, 99)).toBe(7);
  expect(clampCount(Number.NaN, 1, 99)).toBe(1);
});
