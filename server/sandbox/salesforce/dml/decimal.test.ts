import fc from "fast-check";
import { expect, test } from "vitest";

import { addMoney, discountPercent, lineTotal, roundTo } from "./decimal.ts";

test.each([
  [1.005, 2, 1.01],
  [-1.005, 2, -1.01],
  [33.335, 2, 33.34],
  [1e-7, 2, 0],
  [1e21, 2, 1e21],
  [2.5, 0, 3],
])("%d to %d places is %d", (value, scale, expected) => {
  expect(roundTo(value, scale)).toBe(expected);
});

const cents = fc.integer({ min: -10_000_000, max: 10_000_000 });

test("a sum of amounts is the sum of their cents", () => {
  fc.assert(
    fc.property(fc.array(cents, { maxLength: 50 }), (amounts) => {
      const sum = amounts.reduce((total, amount) => total + amount, 0);
      expect(addMoney(amounts.map((amount) => amount / 100))).toBe(sum / 100);
    }),
  );
});

test("a line of one piece costs its price, and with a discount of all of it nothing", () => {
  fc.assert(
    fc.property(cents, (price) => {
      expect(lineTotal(1, price / 100)).toBe(price / 100);
      expect(lineTotal(1, price / 100, 100)).toBe(0);
    }),
  );
});

test("discount in percent of what it was", () => {
  expect(discountPercent(100.12, 100.07)).toBe(0.05);
  expect(discountPercent(0, 0)).toBe(0);
});
