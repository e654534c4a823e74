import fc from "fast-check";
import { expect, test } from "vitest";
import { keyBetween } from "./order.ts";

test("any sequence of inserts keeps the list sorted and the keys distinct", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 200 }), (places) => {
      const keys: string[] = [];
      for (const place of places) {
        const index = place % (keys.length + 1);
        keys.splice(index, 0, keyBetween(keys[index - 1] ?? null, keys[index] ?? null));
      }
      expect(keys).toEqual([...new Set(keys)].toSorted((a, b) => (a < b ? -1 : 1)));
    }),
  );
});

test("appending two hundred rooms keeps keys short", () => {
  let key = keyBetween(null, null);
  for (let count = 1; count < 200; count += 1) key = keyBetween(key, null);
  expect(key.length).toBeLessThanOrEqual(8);
});

test("keys out of order are the caller's mistake", () => {
  expect(() => keyBetween("b", "a")).toThrow(RangeError);
});
