import * as z from "zod/mini";
import {
  addOnSchema,
  discountSchema,
  financingSchema,
  leadSafeSchema,
  paymentsSchema,
  profitRuleSchema,
  salesTaxSchema,
} from "./book/money.ts";
import {
  key,
  localisedSchema,
  sourced,
  sourcedCents,
  sourcedOrZero,
  sourcedPart,
} from "./book/numbers.ts";
import { optionSchema, productSchema } from "./book/paint.ts";
import { areaKind, substrateSchema } from "./book/substrate.ts";
import {
  areaBandSchema,
  bandSchema,
  heightBandSchema,
  methodSchema,
  prepLevelSchema,
  prepTaskSchema,
  primerSchema,
  sundriesSchema,
} from "./book/work.ts";

/**
 * A price book: everything a contractor decides about prices, as data. `price()` reads nothing else.
 * docs/pricing.md says what each number does.
 */

const named = z.strictObject({ key, label: localisedSchema });
export type Named = Readonly<z.infer<typeof named>>;

const scope = z.strictObject({
  ...named.shape,
  /** What the surfaces of this scope come to at the least, if there are any. */
  minimum: z.optional(sourcedCents),
});
export type Scope = Readonly<z.infer<typeof scope>>;

/** A colour to choose from; estimators may type any other. */
const colour = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  code: z.string().check(z.maxLength(40)),
  /** How it is drawn on a screen: `#f2ede4`. */
  hex: z.string().check(z.regex(/^#[0-9a-f]{6}$/)),
});
export type Colour = Readonly<z.infer<typeof colour>>;

/** What a careful estimator would ask about an estimate; never blocks it. */
const hint = z.discriminatedUnion("kind", [
  /** An area of this kind has no such surface, painted or not: nobody decided. */
  z.strictObject({ kind: z.literal("undecided"), areaKind, substrate: key }),
  /** One is painted and none of the others: doors without casings. */
  z.strictObject({
    kind: z.literal("companion"),
    substrate: key,
    companions: z.array(key).check(z.minLength(1), z.maxLength(20)),
  }),
  /** A colour change that wants a primer has none. */
  z.strictObject({ kind: z.literal("primer"), colourChange: key }),
  /** An area of this kind is higher than this, and its access the usual one. */
  z.strictObject({ kind: z.literal("high-access"), areaKind, overFeet: sourced }),
]);
export type HintRule = Readonly<z.infer<typeof hint>>;

/** The version of the schema, not of the contractor's numbers. Older ones are read by upgrade-price-book.ts. */
export const PRICE_BOOK_FORMAT = 2;

const list = <T extends z.ZodMiniType>(entry: T, most: number) =>
  z.array(entry).check(z.maxLength(most));
const someOf = <T extends z.ZodMiniType>(entry: T, most: number) =>
  z.array(entry).check(z.minLength(1), z.maxLength(most));

export const priceBookSchema = z.strictObject({
  format: z.literal(PRICE_BOOK_FORMAT),
  id: z.string().check(z.minLength(1), z.maxLength(100)),
  version: z.int().check(z.gte(1)),
  name: localisedSchema,
  /** True until a manager has accepted or edited it: screens say so. */
  isExample: z.boolean(),
  currency: z.literal("USD"),
  /** In plain words, by key. */
  sources: z.record(key, z.string().check(z.maxLength(2000))),
  labour: z.strictObject({
    /** What a painter is paid for an hour. */
    wage: sourcedCents,
    /** Times the wage: taxes, insurance, overhead. */
    load: sourced,
    hours: z.enum(["exact", "whole-hours-up"]),
    crewSize: sourced,
    hoursPerDay: sourced,
    /** Hours of setting up and cleaning up for each day of the crew. */
    setUpHoursPerCrewDay: sourcedOrZero,
    /** What getting there costs, for each day on the job. */
    tripPerCrewDay: sourcedCents,
  }),
  openings: z.strictObject({ door: sourcedOrZero, window: sourcedOrZero }),
  colourSlots: someOf(named, 100),
  sheens: someOf(named, 100),
  scopes: someOf(scope, 100),
  colours: list(colour, 5000),
  substrates: someOf(substrateSchema, 1000),
  heightBands: list(heightBandSchema, 100),
  /** The first of access, occupancy, condition, colour changes and textures is the usual one. */
  access: someOf(areaBandSchema, 50),
  occupancy: someOf(areaBandSchema, 50),
  conditions: someOf(bandSchema, 50),
  colourChanges: someOf(bandSchema, 50),
  textures: someOf(bandSchema, 50),
  methods: someOf(methodSchema, 50),
  primers: list(primerSchema, 50),
  prepTasks: list(prepTaskSchema, 200),
  prepLevels: someOf(prepLevelSchema, 50),
  products: someOf(productSchema, 1000),
  /** Cans are bought for the whole job, or for each scope on its own. */
  paintPooling: z.enum(["job", "scope"]),
  sundries: list(sundriesSchema, 100),
  addOns: list(addOnSchema, 500),
  profit: z.strictObject({
    labour: profitRuleSchema,
    paint: profitRuleSchema,
    sundries: profitRuleSchema,
    /** On trips and on what height and access charge. */
    charges: profitRuleSchema,
    /** On free lines that cost something; credits (negative) stay as typed. */
    items: profitRuleSchema,
  }),
  minimumCharge: sourcedCents,
  leadSafe: z.nullable(leadSafeSchema),
  /** The list price is the net price / (100 % - this); null: the list price is the net price. */
  listDiscount: z.nullable(sourcedPart),
  discounts: list(discountSchema, 100),
  salesTax: salesTaxSchema,
  payments: paymentsSchema,
  financing: list(financingSchema, 50),
  options: someOf(optionSchema, 12),
  hints: list(hint, 200),
});
export type PriceBook = Readonly<z.infer<typeof priceBookSchema>>;

/** The kinds of entry a trace can point to. */
export type EntryKind =
  | "substrate"
  | "height"
  | "access"
  | "occupancy"
  | "condition"
  | "colour-change"
  | "texture"
  | "method"
  | "primer"
  | "prep"
  | "prep-task"
  | "product"
  | "can"
  | "sundries"
  | "add-on"
  | "profit"
  | "labour"
  | "opening"
  | "minimum"
  | "scope"
  | "lead-safe"
  | "list"
  | "discount"
  | "tax"
  | "payment"
  | "deposit-cap"
  | "financing"
  | "option";
