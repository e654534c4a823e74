import fc from "fast-check";
import { expect, test } from "vitest";
import {
  add,
  ceiling,
  compare,
  divide,
  type Exact,
  exact,
  floor,
  multiply,
  rounded,
  subtract,
  sum,
} from "./exact.ts";
import { printExact } from "./print-exact.ts";

const arbitraryExact = fc
  .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 6n))
  .map(([n, d]): Exact => ({ n, d }));

const same = (one: Exact, other: Exact) => compare(one, other) === 0;

test("adding and subtracting, multiplying and dividing undo each other", () => {
  fc.assert(
    fc.property(arbitraryExact, arbitraryExact, (one, other) => {
      expect(same(subtract(add(one, other), other), one)).toBe(true);
      fc.pre(other.n !== 0n);
      expect(same(divide(multiply(one, other), other), one)).toBe(true);
    }),
  );
});

test("a sum does not depend on the order, and is in lowest terms", () => {
  fc.assert(
    fc.property(fc.array(arbitraryExact), (values) => {
      const forward = sum(values);
      expect(same(forward, values.reduce(add, exact(0)))).toBe(true);
      const backward = sum(values.toReversed());
      expect(backward).toEqual(forward);
    }),
  );
});

test("cents are rounded half away from zero", () => {
  expect([exact(5, 2), exact(-5, 2), exact(249, 100), exact(-249, 100)].map(rounded)).toEqual([
    3n,
    -3n,
    2n,
    -2n,
  ]);
});

test("floor, nearest and ceiling bracket the value", () => {
  fc.assert(
    fc.property(arbitraryExact, (value) => {
      expect(compare(exact(floor(value)), value)).toBeLessThanOrEqual(0);
      expect(compare(exact(ceiling(value)), value)).toBeGreaterThanOrEqual(0);
      expect(ceiling(value) - floor(value)).toBeLessThanOrEqual(1n);
      expect([floor(value), ceiling(value)]).toContain(rounded(value));
    }),
  );
});

test("division by zero is the caller's mistake", () => {
  expect(() => divide(exact(1), exact(0))).toThrow(RangeError);
});

test("prints decimals and says when digits were cut", () => {
  expect(printExact(exact(127, 10))).toEqual({ text: "12.7", complete: true });
  expect(printExact(exact(1, 3))).toEqual({ text: "0.33", complete: false });
  expect(printExact(exact(-1, 200))).toEqual({ text: "-0.01", complete: false });
  expect(printExact(exact(13), 0)).toEqual({ text: "13", complete: true });
  expect(printExact(exact(-1, 10_000))).toEqual({ text: "0", complete: false });
});
