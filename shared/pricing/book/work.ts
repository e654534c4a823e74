import * as z from "zod/mini";
import { key, localisedSchema, sourced, sourcedCents, sourcedOrZero } from "./numbers.ts";
import { areaKind } from "./substrate.ts";

/** What a multiplier multiplies; a missing one stays as it is. `paint` multiplies gallons. */
const effects = {
  labour: z.optional(sourced),
  prep: z.optional(sourced),
  paint: z.optional(sourced),
};
export const bandSchema = z.strictObject({ key, label: localisedSchema, ...effects });

/** A charge on top, as a cost: a lift for a high side, parking where access is tight. */
const bandCharge = z.optional(
  z.strictObject({
    per: z.enum(["area", "job", "crew-day"]),
    cost: sourcedCents,
  }),
);
export const areaBandSchema = z.strictObject({ ...bandSchema.shape, charge: bandCharge });
export const heightBandSchema = z.strictObject({
  ...areaBandSchema.shape,
  appliesTo: z.array(areaKind).check(z.minLength(1), z.maxLength(2)),
  /** Applies from this height on, in feet, until a higher band begins. */
  fromFeet: sourcedOrZero,
});
export type Multiplier = Readonly<z.infer<typeof bandSchema>>;
export type AreaBand = Readonly<z.infer<typeof areaBandSchema>>;
export type HeightBand = Readonly<z.infer<typeof heightBandSchema>>;

/** One task of prep, in minutes for a hundred square or linear feet of it. */
export const prepTaskSchema = z.strictObject({
  key,
  label: localisedSchema,
  includes: localisedSchema,
  minutesPer100: z.strictObject({ sqft: sourced, lf: sourced }),
});
export type PrepTask = Readonly<z.infer<typeof prepTaskSchema>>;

const prepHow = z.discriminatedUnion("kind", [
  /** Takes no time. */
  z.strictObject({ kind: z.literal("none") }),
  /** What one painter prepares in an hour, by what the substrate's prep is counted in. */
  z.strictObject({ kind: z.literal("rate"), sqftPerHour: sourced, lfPerHour: sourced }),
  /** Percent of the surface for each task. */
  z.strictObject({
    kind: z.literal("tasks"),
    tasks: z
      .array(z.strictObject({ task: key, percent: sourced }))
      .check(z.minLength(1), z.maxLength(20)),
  }),
  /** Percent of the painting hours, and of the paint. */
  z.strictObject({ kind: z.literal("percent"), labour: sourcedOrZero, paint: sourcedOrZero }),
]);

export const prepLevelSchema = z.strictObject({
  key,
  label: localisedSchema,
  includes: localisedSchema,
  how: prepHow,
});
export type PrepLevel = Readonly<z.infer<typeof prepLevelSchema>>;

/** Brush and roller, airless... */
export const methodSchema = z.strictObject({
  key,
  label: localisedSchema,
  /** Percent of paint on top: what stays in roller, tray and hose, or drifts away. */
  waste: sourcedOrZero,
  /** Times the painting hours: a sprayed wall takes fewer, with its masking in prep. */
  labour: sourced,
});
export type Method = Readonly<z.infer<typeof methodSchema>>;

/** A coat of primer under the finish coats, all over or on a part of the surface. */
export const primerSchema = z.strictObject({
  key,
  label: localisedSchema,
  product: key,
  sheen: key,
  /** Percent of the surface that is primed. */
  percent: sourced,
  /** Percent of the time one coat on that part takes. */
  labour: sourced,
});
export type Primer = Readonly<z.infer<typeof primerSchema>>;

const sundriesBase = {
  key,
  label: localisedSchema,
  /** Only on lead-safe jobs; missing: always. */
  onlyIf: z.optional(z.literal("lead-safe")),
};
export const sundriesSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("percent-of-paint"), ...sundriesBase, percent: sourced }),
  z.strictObject({ kind: z.literal("per-hour"), ...sundriesBase, perHour: sourcedCents }),
  /** One for every started so-many units of the whole job: a roll of tape for each 180 linear feet. */
  z.strictObject({
    kind: z.literal("per-started"),
    ...sundriesBase,
    units: sourced,
    of: z.enum(["sqft", "lf", "each", "hour", "gallon", "area", "crew-day"]),
    cost: sourcedCents,
    /** At least so many as soon as anything is painted. */
    minimum: z.int().check(z.gte(0), z.lte(1000)),
  }),
]);
export type SundriesRule = Readonly<z.infer<typeof sundriesSchema>>;
