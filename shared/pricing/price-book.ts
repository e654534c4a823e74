import * as z from "zod/mini";

/**
 * A price book: everything a contractor decides about prices, as data. `price()` reads nothing else.
 *
 * Amounts are whole cents; every other number is a decimal text (`"0.75"`), because JSON numbers are binary
 * fractions. Every number carries the key of a source.
 */

const localisedSchema = z.strictObject({ en: z.string(), es: z.string() });
/** Words of the contractor's own, in both languages of the app. */
export type Localised = Readonly<z.infer<typeof localisedSchema>>;

const key = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));
/** A decimal number of zero or more, exactly as written. */
const decimalText = z.string().check(z.regex(/^\d{1,9}(\.\d{1,6})?$/));
const positiveDecimal = decimalText.check(z.regex(/[1-9]/));
const cents = z.int().check(z.gte(0), z.lte(100_000_000));

/** A number and where it was published: the key of an entry in `sources`. */
const sourced = z.strictObject({ value: positiveDecimal, source: key });
const sourcedOrZero = z.strictObject({ value: decimalText, source: key });
const sourcedCents = z.strictObject({ cents, source: key });
export type Sourced = Readonly<z.infer<typeof sourcedOrZero>>;
export type SourcedCents = Readonly<z.infer<typeof sourcedCents>>;

const areaKind = z.enum(["room", "side"]);
const quantityUnit = z.enum(["sqft", "lf", "each"]);
/** What a surface is counted in: square feet, linear feet, pieces. */
export type QuantityUnit = z.infer<typeof quantityUnit>;

/** How a surface's quantity follows from its area's dimensions. */
const quantityRule = z.discriminatedUnion("kind", [
  /** Perimeter × height, less doors and windows. */
  z.strictObject({ kind: z.literal("walls") }),
  /** Length × width. */
  z.strictObject({ kind: z.literal("floor-plan") }),
  /** Twice length and width. Doorways are not deducted: the trade counts baseboard through. */
  z.strictObject({ kind: z.literal("perimeter") }),
  /** Length × height, less doors and windows: one side of a house. */
  z.strictObject({ kind: z.literal("face") }),
  z.strictObject({ kind: z.literal("length") }),
  /** Length × a depth in feet of the price book: a soffit. */
  z.strictObject({ kind: z.literal("strip"), depth: sourced }),
  z.strictObject({ kind: z.literal("doors") }),
  z.strictObject({ kind: z.literal("windows") }),
  /** So many of it until the estimator types another count. */
  z.strictObject({ kind: z.literal("count"), count: sourced }),
  /** Must be measured and typed. */
  z.strictObject({ kind: z.literal("typed") }),
]);
export type QuantityRule = Readonly<z.infer<typeof quantityRule>>;

/** Rates by coat count: the first is for one coat, the second for two full coats (not for the second coat). */
const byCoats = z.array(sourced).check(z.minLength(1), z.maxLength(4));
const labourRule = z.discriminatedUnion("kind", [
  /** Units one painter finishes in an hour. */
  z.strictObject({ kind: z.literal("units-per-hour"), byCoats }),
  /** Hours one painter needs for a unit. */
  z.strictObject({ kind: z.literal("hours-per-unit"), byCoats }),
  /** Cents paid for a unit, whatever the hours. */
  z.strictObject({
    kind: z.literal("piece"),
    byCoats: z.array(sourcedCents).check(z.minLength(1), z.maxLength(4)),
  }),
]);

const paintRule = z.discriminatedUnion("kind", [
  /** Units that one gallon covers once. */
  z.strictObject({ kind: z.literal("spread"), unitsPerGallon: sourced }),
  /** Gallons for one coat of one unit. */
  z.strictObject({ kind: z.literal("gallons-per-unit"), gallons: sourced }),
]);
export type PaintRule = Readonly<z.infer<typeof paintRule>>;

const multiplierKind = z.enum(["height", "access", "occupancy"]);
/** The order in which multipliers are applied; all of them multiply, so it changes the trace, not the price. */
export const multiplierOrder = ["height", "access", "occupancy"] as const;

const substrate = z.strictObject({
  key,
  label: localisedSchema,
  appliesTo: z.array(areaKind).check(z.minLength(1)),
  /** Whether a new area is born with it painted, with it unpainted, or without it. */
  born: z.enum(["painted", "unpainted", "absent"]),
  unit: quantityUnit,
  quantity: quantityRule,
  /** Which product choice of an option covers it. */
  scope: key,
  colourSlot: key,
  labour: labourRule,
  /** What the rate includes: cutting in, masking, jamb and casing... Sources that differ do so here. */
  includes: localisedSchema,
  paint: paintRule,
  /** Percent of paint on top: what stays in roller, tray and hose. */
  waste: sourcedOrZero,
  /** Square feet that one unit counts as when it is prepared. */
  prepSqft: sourced,
  /** Which multipliers touch it: a baseboard is no slower in a high room. */
  multipliers: z.array(multiplierKind),
});
export type Substrate = Readonly<z.infer<typeof substrate>>;

/** What a multiplier multiplies; a missing one stays as it is. */
const effects = {
  labour: z.optional(sourced),
  prep: z.optional(sourced),
  paint: z.optional(sourced),
};
const band = z.strictObject({ key, label: localisedSchema, ...effects });
const heightBand = z.strictObject({
  ...band.shape,
  appliesTo: z.array(areaKind).check(z.minLength(1)),
  /** Applies from this height on, in feet, until a higher band begins. */
  fromFeet: sourcedOrZero,
});
export type Multiplier = Readonly<z.infer<typeof band>>;
export type HeightBand = Readonly<z.infer<typeof heightBand>>;

const prepLevel = z.strictObject({
  key,
  label: localisedSchema,
  includes: localisedSchema,
  /** Square feet one painter prepares in an hour; null takes no time. */
  sqftPerHour: z.nullable(sourced),
});
export type PrepLevel = Readonly<z.infer<typeof prepLevel>>;

const profitRule = z.discriminatedUnion("kind", [
  /** Percent on top of the cost. */
  z.strictObject({ kind: z.literal("markup"), percent: sourcedOrZero }),
  /** Percent of the price: cost / (100 % - margin). Never the whole price. */
  z.strictObject({
    kind: z.literal("margin"),
    percent: z.strictObject({
      value: z.string().check(z.regex(/^\d{1,2}(\.\d{1,6})?$/)),
      source: key,
    }),
  }),
]);
export type ProfitRule = Readonly<z.infer<typeof profitRule>>;

const can = z.strictObject({
  size: key,
  label: localisedSchema,
  /** What is really in it: tint bases are filled short. */
  fluidOunces: z.strictObject({ value: z.string().check(z.regex(/^[1-9]\d{0,3}$/)), source: key }),
  cost: sourcedCents,
});

const product = z.strictObject({
  key,
  label: localisedSchema,
  cans: z.array(can).check(z.minLength(1), z.maxLength(5)),
  /** Times the substrate's spread rate: 1 for a paint that covers as usual. */
  coverage: sourced,
  sheens: z.array(key).check(z.minLength(1)),
  /** Instead of the book's profit on paint. */
  profit: z.optional(profitRule),
});
export type Product = Readonly<z.infer<typeof product>>;

const scopeChoice = z.strictObject({
  scope: key,
  product: key,
  sheen: key,
  coats: z.int().check(z.gte(1), z.lte(4)),
  prep: key,
});
export type ScopeChoice = Readonly<z.infer<typeof scopeChoice>>;

const option = z.strictObject({
  key,
  label: localisedSchema,
  warrantyYears: z.int().check(z.gte(0), z.lte(99)),
  /** Where its coats, prep and warranty come from. */
  source: key,
  scopes: z.array(scopeChoice),
});
export type OptionRule = Readonly<z.infer<typeof option>>;

const named = z.strictObject({ key, label: localisedSchema });
export type Named = Readonly<z.infer<typeof named>>;

const sundries = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("percent-of-paint"),
    key,
    label: localisedSchema,
    percent: sourced,
  }),
  z.strictObject({
    kind: z.literal("per-hour"),
    key,
    label: localisedSchema,
    perHour: sourcedCents,
  }),
]);
export type SundriesRule = Readonly<z.infer<typeof sundries>>;

export const priceBookSchema = z.strictObject({
  format: z.literal(1),
  id: z.string().check(z.minLength(1), z.maxLength(100)),
  version: z.int().check(z.gte(1)),
  name: localisedSchema,
  isExample: z.boolean(),
  currency: z.literal("USD"),
  /** In plain words, by key. */
  sources: z.record(key, z.string()),
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
  }),
  openings: z.strictObject({ door: sourcedOrZero, window: sourcedOrZero }),
  colourSlots: z.array(named),
  sheens: z.array(named),
  scopes: z.array(named),
  substrates: z.array(substrate),
  heightBands: z.array(heightBand),
  access: z.array(band).check(z.minLength(1)),
  occupancy: z.array(band).check(z.minLength(1)),
  prepLevels: z.array(prepLevel).check(z.minLength(1)),
  products: z.array(product),
  sundries: z.array(sundries),
  profit: z.strictObject({
    labour: profitRule,
    paint: profitRule,
    sundries: profitRule,
    /** On free lines that cost something; credits (negative) stay as typed. */
    items: profitRule,
  }),
  minimumCharge: sourcedCents,
  options: z.array(option).check(z.minLength(1)),
});
export type PriceBook = Readonly<z.infer<typeof priceBookSchema>>;

/** The kinds of entry a trace can point to. */
export type EntryKind =
  | "substrate"
  | "height"
  | "access"
  | "occupancy"
  | "prep"
  | "product"
  | "can"
  | "sundries"
  | "profit"
  | "labour"
  | "opening"
  | "minimum"
  | "option";

/** A surface's `prep` that leaves the level to the option, as `coats: null` does. */
export const PREP_BY_OPTION = "by-option";
