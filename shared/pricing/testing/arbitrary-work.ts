import fc from "fast-check";
import { areaKinds } from "../../estimate/entities.ts";
import { type LabourRule, multiplierOrder, type QuantityRule } from "../book/substrate.ts";
import type { PrepLevel, SundriesRule } from "../book/work.ts";
import { cents, decimalText, rate, SOURCE, sourced } from "./arbitrary-numbers.ts";
import { pick } from "./picks.ts";

type AreaKind = (typeof areaKinds)[number];

/** The parts of a random price book that are about work, without keys, labels and references. */

const often = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });
const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 3 }, { arbitrary, weight: 1 });

const appliesTo: fc.Arbitrary<AreaKind[]> = fc.oneof(
  { arbitrary: fc.constant<AreaKind[]>([...areaKinds]), weight: 2 },
  { arbitrary: fc.subarray([...areaKinds], { minLength: 1 }), weight: 1 },
);

const quantityRule: fc.Arbitrary<QuantityRule> = fc.oneof(
  {
    arbitrary: fc
      .constantFrom(
        "walls",
        "walls",
        "floor-plan",
        "perimeter",
        "face",
        "face",
        "length",
        "doors",
        "windows",
        "typed",
      )
      .map((kind) => ({ kind }) as const),
    weight: 6,
  },
  fc.record({ kind: fc.constant("strip" as const), depth: sourced(0.5, 4) }),
  fc.record({ kind: fc.constant("count" as const), count: sourced(0.5, 12) }),
);

const byCoats = (least: number, most: number) =>
  fc.oneof(
    {
      arbitrary: fc.array(rate(least, most), { minLength: 4, maxLength: 4 }),
      weight: 4,
    },
    { arbitrary: fc.array(rate(least, most), { minLength: 1, maxLength: 3 }), weight: 1 },
  );

const labourRule: fc.Arbitrary<LabourRule> = fc.oneof(
  fc.record({ kind: fc.constant("units-per-hour" as const), byCoats: byCoats(5, 400) }),
  fc.record({ kind: fc.constant("hours-per-unit" as const), byCoats: byCoats(0.005, 1) }),
  fc.record({ kind: fc.constant("piece" as const), byCoats: byCoats(0.1, 12) }),
);

export const substrateParts = fc.record({
  appliesTo,
  unit: fc.constantFrom("sqft" as const, "sqft" as const, "lf" as const, "each" as const),
  quantity: quantityRule,
  scope: pick,
  colourSlot: pick,
  labour: labourRule,
  paint: fc.oneof(
    fc.record({ kind: fc.constant("spread" as const), unitsPerGallon: sourced(40, 450) }),
    fc.record({ kind: fc.constant("gallons-per-unit" as const), gallons: sourced(0.002, 0.2) }),
  ),
  method: pick,
  prep: fc.record({
    basis: fc.constantFrom("sqft" as const, "lf" as const),
    perUnit: sourced(0.5, 20),
  }),
  multipliers: fc.subarray([...multiplierOrder]),
});

const effect = often(sourced(0.5, 2));
const effects = { labour: effect, prep: effect, paint: effect };
const charge = seldom(
  fc.record({
    per: fc.constantFrom("area" as const, "job" as const, "crew-day" as const),
    cost: cents(300_00),
  }),
);

export const bandParts = fc.record(effects);
export const areaBandParts = fc.record({ ...effects, charge });
export const heightBandParts = fc.record({
  ...effects,
  charge,
  appliesTo,
  feet: fc.nat({ max: 9 }),
});

export const prepTaskParts = fc.record({
  minutesPer100: fc.record({ sqft: sourced(1, 90), lf: sourced(1, 90) }),
});

export type PrepHow =
  | Exclude<PrepLevel["how"], { kind: "tasks" }>
  | { readonly kind: "tasks"; readonly tasks: readonly { task: number; percent: string }[] };

export const prepHow: fc.Arbitrary<PrepHow> = fc.oneof(
  fc.constant({ kind: "none" as const }),
  fc.record({
    kind: fc.constant("rate" as const),
    sqftPerHour: sourced(30, 900),
    lfPerHour: sourced(30, 900),
  }),
  fc.record({
    kind: fc.constant("tasks" as const),
    tasks: fc.array(fc.record({ task: pick, percent: decimalText(1, 100) }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  fc.record({
    kind: fc.constant("percent" as const),
    labour: sourced(0, 80),
    paint: sourced(0, 30),
  }),
);

export const methodParts = fc.record({ waste: sourced(0, 30), labour: sourced(0.4, 1.5) });
export const primerParts = fc.record({
  product: pick,
  sheen: pick,
  percent: sourced(5, 100),
  labour: sourced(20, 120),
});

const onlyIf = seldom(fc.constant("lead-safe" as const));
export const sundriesParts: fc.Arbitrary<
  | Omit<Extract<SundriesRule, { kind: "percent-of-paint" }>, "key" | "label">
  | Omit<Extract<SundriesRule, { kind: "per-hour" }>, "key" | "label">
  | Omit<Extract<SundriesRule, { kind: "per-started" }>, "key" | "label">
> = fc.oneof(
  fc.record({ kind: fc.constant("percent-of-paint" as const), onlyIf, percent: sourced(1, 20) }),
  fc.record({ kind: fc.constant("per-hour" as const), onlyIf, perHour: cents(3_00) }),
  {
    arbitrary: fc.record({
      kind: fc.constant("per-started" as const),
      onlyIf,
      units: sourced(0.5, 400),
      of: fc.constantFrom("sqft", "lf", "each", "hour", "gallon", "area", "crew-day"),
      cost: cents(60_00),
      minimum: fc.constantFrom(0, 0, 1, 3),
    }),
    weight: 3,
  },
);

export const labourParts = fc.record({
  wage: cents(60_00, 12_00),
  load: sourced(1, 2.5),
  hours: fc.constantFrom("exact" as const, "whole-hours-up" as const),
  crewSize: fc.constantFrom("1", "2", "2.5", "3").map((value) => ({ value, source: SOURCE })),
  hoursPerDay: fc.constantFrom("7.5", "8", "6.25").map((value) => ({ value, source: SOURCE })),
  setUpHoursPerCrewDay: fc.oneof(fc.constant({ value: "0", source: SOURCE }), sourced(0, 2)),
  tripPerCrewDay: fc.oneof(fc.constant({ cents: 0, source: SOURCE }), cents(90_00)),
});
