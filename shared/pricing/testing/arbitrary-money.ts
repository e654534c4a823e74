import fc from "fast-check";
import type { TaxRule } from "../book/money.ts";
import { cents, profitRule, roundCents, SOURCE, sourced } from "./arbitrary-numbers.ts";

/** The parts of a random price book that are about money, without keys and labels. */

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 2 });

export const profitParts = fc.record({
  labour: profitRule,
  paint: profitRule,
  sundries: profitRule,
  charges: profitRule,
  items: profitRule,
});

export const addOnParts = fc.record({
  unit: fc.constantFrom("sqft" as const, "lf" as const, "each" as const),
  pay: sourced(0.5, 250),
  factor: sourced(0.2, 1),
});

export const discountParts = fc.record({
  off: fc.oneof(
    fc.record({ kind: fc.constant("percent" as const), percent: sourced(0, 40) }),
    fc.record({ kind: fc.constant("amount" as const), amount: cents(400_00) }),
  ),
  until: fc.constantFrom(null, "2026-11-25", "2026-11-26", "2026-11-27"),
});

const taxRule: fc.Arbitrary<TaxRule> = fc.oneof(
  fc.constant({ kind: "none" as const, source: SOURCE }),
  fc.record({ kind: fc.constant("total" as const), percent: sourced(0.5, 11) }),
  fc.record({ kind: fc.constant("materials" as const), percent: sourced(0.5, 11) }),
);
const state = fc.constantFrom("OR", "CA", "NY", "MD");

export const salesTaxParts = fc.record({
  states: fc.uniqueArray(fc.record({ state, rule: taxRule }), {
    maxLength: 2,
    selector: (entry) => entry.state,
  }),
  otherwise: taxRule,
});

const ofTotal = (value: string) => ({ value, source: SOURCE });

/** Parts of a total that come to all of it; each rounded, even to more. */
const wholeParts = fc
  .constantFrom(["50", "50"], ["33.5", "33", "33.5"], ["0.5", "99.5"])
  .map(([deposit = "0", ...draws]) => ({
    deposit: ofTotal(deposit),
    draws: draws.map(ofTotal),
  }));

const parts = fc.oneof(
  {
    arbitrary: fc.record({
      deposit: maybe(sourced(0, 60)),
      draws: fc.array(sourced(0, 19), { maxLength: 2 }),
    }),
    weight: 3,
  },
  { arbitrary: wholeParts, weight: 1 },
);

export const paymentsParts = fc.record({
  parts,
  depositCaps: fc.uniqueArray(
    fc.record({
      state,
      percent: fc.option(sourced(1, 40), { nil: undefined }),
      amount: fc.option(cents(1200_00), { nil: undefined }),
      source: fc.constant(SOURCE),
    }),
    { maxLength: 2, selector: (entry) => entry.state },
  ),
});

export const financingParts = fc.record({
  apr: fc.oneof(fc.constant({ value: "0", source: SOURCE }), sourced(0, 30)),
  months: fc.constantFrom(1, 6, 12, 60, 360),
  minimum: fc.oneof(
    cents(3000_00),
    roundCents.map((amount) => ({ cents: amount, source: SOURCE })),
  ),
});

export const leadSafeParts = maybe(
  fc.record({
    beforeYear: fc.constant(1978),
    factor: fc.oneof(fc.constant({ value: "1", source: SOURCE }), sourced(1, 1.6)),
    minimum: cents(500_00),
  }),
);

export const listDiscountParts = maybe(sourced(0, 40));
export const minimumChargeParts = fc.oneof(
  fc.constant({ cents: 0, source: SOURCE }),
  cents(1500_00),
  roundCents.map((amount) => ({ cents: amount, source: SOURCE })),
);
