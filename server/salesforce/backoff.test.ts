import fc from "fast-check";
import { expect, test } from "vitest";
import { backoffMs } from "./backoff.ts";

const advice = fc.constantFrom("soon", "later", "tomorrow", "never");

test("stays between nothing and its longest delay, however often it failed", () => {
  fc.assert(
    fc.property(
      advice,
      fc.integer({ min: 1, max: 5000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (how, attempt, random) => {
        const delay = backoffMs(how, attempt, random);
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThanOrEqual(3_600_000);
      },
    ),
  );
});

test("grows with each failure, and a spent quota waits longer than a locked row", () => {
  expect(backoffMs("soon", 1, 1)).toBe(1000);
  expect(backoffMs("soon", 3, 1)).toBe(4000);
  expect(backoffMs("soon", 30, 1)).toBe(60_000);
  expect(backoffMs("tomorrow", 1, 1)).toBe(900_000);
});
