import fc from "fast-check";
import { expect, test } from "vitest";
import type { Can } from "../book/paint.ts";
import { cheapestCans } from "./cans.ts";

const canOf = (ounces: number, cents: number): Can => ({
  size: `size-${ounces}`,
  label: { en: `${ounces} oz`, es: `${ounces} oz` },
  fluidOunces: { value: String(ounces), source: "test" },
  cost: { cents, source: "test" },
});

interface Tried {
  readonly counts: readonly number[];
  readonly figures: readonly [cents: number, ounces: number, cans: number];
}

/** Every mix in which no can could be left out. */
function mixes(cans: readonly Can[], needed: number): readonly Tried[] {
  const [can, ...others] = cans;
  if (can === undefined) return needed > 0 ? [] : [{ counts: [], figures: [0, 0, 0] }];
  const ounces = Number(can.fluidOunces.value);
  const counts = Array.from({ length: Math.ceil(Math.max(needed, 0) / ounces) + 1 }, (_, n) => n);
  return counts.flatMap((count) =>
    mixes(others, needed - count * ounces).map(({ counts: rest, figures }) => ({
      counts: [count, ...rest],
      figures: [
        figures[0] + count * can.cost.cents,
        figures[1] + count * ounces,
        figures[2] + count,
      ] as const,
    })),
  );
}

const smaller = (one: Tried, other: Tried): Tried => {
  for (const index of [0, 1, 2] as const) {
    if (one.figures[index] !== other.figures[index]) {
      return one.figures[index] < other.figures[index] ? one : other;
    }
  }
  return one;
};

const cans = fc.uniqueArray(
  fc.record({ ounces: fc.integer({ min: 1, max: 9 }), cents: fc.integer({ min: 0, max: 12 }) }),
  { minLength: 1, maxLength: 3, selector: ({ ounces }) => ounces },
);

test("no mix tried by hand is cheaper, leaves less over, or is of fewer cans", () => {
  fc.assert(
    fc.property(cans, fc.integer({ min: 1, max: 60 }), (sizes, needed) => {
      const list = sizes.map(({ ounces, cents }) => canOf(ounces, cents));
      const best = mixes(list, needed).reduce(smaller);
      const mix = cheapestCans(list, BigInt(needed));
      const count = mix.counts.reduce((sum, it) => sum + it, 0n);
      expect([mix.cents, mix.fluidOunces, count].map(Number)).toEqual([...best.figures]);
    }),
    { numRuns: 400 },
  );
});

test("large needs are shortened by the can that is cheapest by the ounce, and lose nothing by it", () => {
  const list = [canOf(7, 10), canOf(5, 8), canOf(3, 5)];
  for (let needed = 30; needed < 160; needed += 1) {
    const best = mixes(list, needed).reduce(smaller);
    const mix = cheapestCans(list, BigInt(needed));
    expect([mix.cents, mix.fluidOunces].map(Number)).toEqual(best.figures.slice(0, 2));
  }
  expect(cheapestCans([canOf(640, 18_000), canOf(128, 4_000)], 10n ** 15n).counts[0]).toBe(
    10n ** 15n / 640n,
  );
});

test("of mixes that nothing else decides between, the one with most of the cans that stand first", () => {
  const [quart, half, most] = [canOf(32, 10), canOf(64, 20), canOf(96, 30)];
  expect(cheapestCans([quart, half, most], 128n).counts).toEqual([1n, 0n, 1n]);
  expect(cheapestCans([half, quart, most], 128n).counts).toEqual([2n, 0n, 0n]);
  expect(cheapestCans([{ ...half, size: "other" }, half, quart], 128n).counts).toEqual([
    2n,
    0n,
    0n,
  ]);
});
