import fc from "fast-check";
import { cents, profitRule, sourced } from "./arbitrary-numbers.ts";
import { pick } from "./picks.ts";

/** The parts of a random price book that are about paint and what options paint with. */

const sometimes = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 3 }, { arbitrary, weight: 1 });

/** Quarts, gallons, fives and what is between, filled alike: full, or short for tint. */
const fullSizes = [32, 64, 128, 256, 640];
const evenSizes = [32, 64, 96, 128, 160];
const shortSizes = [31, 62, 124, 248, 620];
const deepSizes = [29, 58, 116, 232, 580];

/** Prices about the paint in it, with fives sometimes dearer by the gallon than gallons. */
const can = fc.record({
  size: fc.nat({ max: 4 }),
  perOunce: fc.integer({ min: 18, max: 60 }),
  odd: fc.nat({ max: 99 }),
});

const cans = fc
  .record({
    sizes: fc.constantFrom(fullSizes, evenSizes, shortSizes, deepSizes),
    /** Now and then each can is filled as it happens. */
    isFilledAnyhow: fc.nat({ max: 9 }).map((lot) => lot === 9),
    /** Prices in tens of dollars: different mixes come to the same. */
    isPricedRoundly: fc.nat({ max: 3 }).map((lot) => lot === 3),
    /** The same price for an ounce in every can: only how much is left over and how many they are decides. */
    isPricedEvenly: fc.nat({ max: 3 }).map((lot) => lot === 3),
    cans: fc.uniqueArray(can, { minLength: 1, maxLength: 4, selector: ({ size }) => size }),
  })
  .map((drawn) =>
    drawn.cans.map(({ size, perOunce, odd }) => {
      const ounces = (drawn.sizes[size] ?? 32) - (drawn.isFilledAnyhow ? odd % 5 : 0);
      if (drawn.isPricedEvenly) return { ounces, cents: ounces * 25 };
      const amount = ounces * perOunce + odd;
      return { ounces, cents: drawn.isPricedRoundly ? Math.ceil(amount / 10_00) * 10_00 : amount };
    }),
  );

export const productParts = fc.record({
  cans,
  uplift: fc.oneof(fc.constant({ value: "0", source: "made-up" }), sourced(0, 15)),
  coverage: fc.oneof(fc.constant({ value: "1", source: "made-up" }), sourced(0.6, 1.4)),
  spreads: fc.array(
    fc.record({ substrate: pick, texture: sometimes(pick), unitsPerGallon: sourced(50, 450) }),
    { maxLength: 3 },
  ),
  sheens: fc.array(pick, { minLength: 1, maxLength: 3 }),
  warrantyYears: fc.nat({ max: 12 }),
  profit: sometimes(
    fc.record({ on: fc.constantFrom("paint" as const, "surface" as const), rule: profitRule }),
  ),
});

const choice = fc.record({
  product: pick,
  sheen: pick,
  coats: fc.constantFrom(1, 1, 2, 2, 3, 4),
  prep: pick,
  method: sometimes(pick),
  primer: sometimes(pick),
  /** An option that leaves a scope out now and then. */
  isLeftOut: fc.nat({ max: 14 }).map((lot) => lot === 14),
});

export const optionParts = fc.record({
  warrantyYears: fc.option(fc.nat({ max: 12 })),
  /** One for each scope of the book, as many as it may have. */
  choices: fc.array(choice, { minLength: 3, maxLength: 3 }),
});

export const scopeParts = fc.record({ minimum: sometimes(cents(800_00)) });

const hint = fc.oneof(
  fc.record({
    kind: fc.constant("undecided" as const),
    areaKind: fc.constantFrom("room" as const, "side" as const),
    substrate: pick,
  }),
  fc.record({
    kind: fc.constant("companion" as const),
    substrate: pick,
    companions: fc.array(pick, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({ kind: fc.constant("primer" as const), colourChange: pick }),
  fc.record({
    kind: fc.constant("high-access" as const),
    areaKind: fc.constantFrom("room" as const, "side" as const),
    overFeet: fc.oneof(
      sourced(6, 14),
      fc.constantFrom("9", "10", "12").map((value) => ({ value, source: "made-up" })),
    ),
  }),
);
export const hintsParts = fc.array(hint, { maxLength: 3 });
export type HintParts = typeof hint extends fc.Arbitrary<infer T> ? T : never;
