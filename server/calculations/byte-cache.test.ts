import fc from "fast-check";
import { expect, test } from "vitest";
import { ByteCache } from "./byte-cache.ts";

const value = (name: string) => ({ name });

test("what was used last stays, what was used first goes", () => {
  const cache = new ByteCache<{ name: string }>(100);
  for (const key of ["a", "b", "c", "d"]) cache.set(key, value(key), 25);
  cache.get("a");
  cache.set("e", value("e"), 25);
  expect(["a", "b", "c", "d", "e"].filter((key) => cache.get(key))).toEqual(["a", "c", "d", "e"]);
});

test("what would throw out everything else is not kept, nor what it was to replace", () => {
  const cache = new ByteCache<{ name: string }>(100);
  cache.set("a", value("small"), 10);
  cache.set("b", value("b"), 10);
  cache.set("a", value("large"), 26);
  expect([cache.get("a"), cache.get("b"), cache.bytes]).toEqual([undefined, value("b"), 10]);
});

test("it never holds more than it may, and knows how much it holds", () => {
  const use = fc.tuple(fc.constantFrom("a", "b", "c", "d", "e", "f"), fc.nat({ max: 40 }));
  fc.assert(
    fc.property(fc.array(use), (uses) => {
      const cache = new ByteCache<{ name: string }>(100);
      const sizes = new Map<string, number>();
      for (const [key, bytes] of uses) {
        cache.set(key, value(key), bytes);
        sizes.set(key, bytes);
        expect(cache.bytes).toBeLessThanOrEqual(100);
      }
      const held = [...sizes].filter(([key]) => cache.get(key) !== undefined);
      expect(held.reduce((sum, [, bytes]) => sum + bytes, 0)).toBe(cache.bytes);
    }),
  );
});
