import fc from "fast-check";
import { expect, test } from "vitest";
import { exact } from "../exact/exact.ts";
import { cheapestCans } from "./cans.ts";

interface Size {
  readonly ounces: number;
  readonly cents: number;
}

/** As the price book has them. */
const onShelf = (sizes: readonly Size[]) =>
  sizes.map(({ ounces, cents }) => ({
    fluidOunces: { value: String(ounces) },
    cost: { cents },
  }));

const shelf = [
  { ounces: 640, cents: 199_00 },
  { ounces: 128, cents: 43_00 },
  { ounces: 32, cents: 18_00 },
];

/** Every mix that could be meant, cheapest first, then least left over. */
function bruteForce(needOunces: number, sizes: readonly Size[]) {
  let best = { cents: Infinity, ounces: Infinity };
  const search = (index: number, ounces: number, cents: number) => {
    if (cents > best.cents) return;
    if (ounces >= needOunces) {
      if (cents < best.cents || ounces < best.ounces) best = { cents, ounces };
      return;
    }
    for (let at = index; at < sizes.length; at += 1) {
      const size = sizes[at];
      if (size) search(at, ounces + size.ounces, cents + size.cents);
    }
  };
  search(0, 0, 0);
  return best;
}

const bought = (counts: readonly number[], sizes: readonly Size[]) => ({
  cents: counts.reduce((sum, count, at) => sum + count * (sizes[at]?.cents ?? 0), 0),
  ounces: counts.reduce((sum, count, at) => sum + count * (sizes[at]?.ounces ?? 0), 0),
});

const arbitraryShelf = fc.array(
  fc.record({
    ounces: fc.constantFrom(31, 32, 64, 116, 124, 128, 620, 640),
    cents: fc.integer({ min: 500, max: 40_000 }),
  }),
  { minLength: 1, maxLength: 4 },
);

test("buys as cheaply as trying every mix, and leaves as little over", () => {
  fc.assert(
    fc.property(arbitraryShelf, fc.integer({ min: 0, max: 900 }), (sizes, ounces) => {
      const counts = cheapestCans(exact(ounces, 128), onShelf(sizes));
      expect(bought(counts, sizes)).toEqual(
        ounces === 0 ? { cents: 0, ounces: 0 } : bruteForce(ounces, sizes),
      );
    }),
    { numRuns: 200 },
  );
});

test("setting bulk cans aside changes nothing about the price", () => {
  // Small units, so that needs far beyond the searched stretch can still be tried out.
  const tiny = fc.array(
    fc.record({ ounces: fc.integer({ min: 1, max: 5 }), cents: fc.integer({ min: 1, max: 50 }) }),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(tiny, fc.integer({ min: 1, max: 60 }), (sizes, ounces) => {
      const counts = cheapestCans(exact(ounces, 128), onShelf(sizes));
      const all = bought(counts, sizes);
      expect(all.cents).toBe(bruteForce(ounces, sizes).cents);
      expect(all.ounces).toBeGreaterThanOrEqual(ounces);
    }),
    { numRuns: 300 },
  );
});

test("a need that is a hair over a can needs another one", () => {
  expect(cheapestCans(exact(1), onShelf(shelf))).toEqual([0, 1, 0]);
  expect(cheapestCans(exact(10_001, 10_000), onShelf(shelf))).toEqual([0, 1, 1]);
});

test("5.5 gallons are a pail and two quarts, not two pails", () => {
  expect(cheapestCans(exact(11, 2), onShelf(shelf))).toEqual([1, 0, 2]);
});

test("a whole street's paint is bought without searching it all", () => {
  expect(cheapestCans(exact(1_000_000), onShelf(shelf))).toEqual([200_000, 0, 0]);
});

test("of equally cheap mixes the one with the fewest cans, also where much is bought", () => {
  const linear = [
    { ounces: 128, cents: 40_00 },
    { ounces: 640, cents: 200_00 },
  ];
  expect(cheapestCans(exact(103), onShelf(linear))).toEqual([3, 20]);
});

test("a shelf answers small needs after large ones and large ones after small", () => {
  const sizes = onShelf(shelf);
  const needs = [7, 1, 3000, 2, 40].map((quarts) => exact(quarts, 4));
  expect(needs.map((need) => cheapestCans(need, sizes))).toEqual(
    needs.map((need) => cheapestCans(need, onShelf(shelf))),
  );
});

test("a need beyond all numbers is bought in no time", () => {
  const odd = onShelf([
    { ounces: 7, cents: 1_00 },
    { ounces: 11, cents: 1_50 },
  ]);
  for (let digits = 14; digits < 90; digits += 1) {
    const [small = 0, large = 0] = cheapestCans(exact(10n ** BigInt(digits) * 3n + 1n, 7n), odd);
    expect(small).toBeLessThan(11);
    expect(large).toBeGreaterThan(10 ** digits);
  }
});
