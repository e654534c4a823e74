import * as z from "zod/mini";
import { key, localisedSchema, rateCurve, sourced } from "./numbers.ts";

export const areaKind = z.enum(["room", "side"]);
export const quantityUnit = z.enum(["sqft", "lf", "each"]);
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
const byCoats = z.array(rateCurve).check(z.minLength(1), z.maxLength(4));
const labourRule = z.discriminatedUnion("kind", [
  /** Units one painter finishes in an hour. */
  z.strictObject({ kind: z.literal("units-per-hour"), byCoats }),
  /** Hours one painter needs for a unit. */
  z.strictObject({ kind: z.literal("hours-per-unit"), byCoats }),
  /** Dollars paid for a unit, whatever the hours. */
  z.strictObject({ kind: z.literal("piece"), byCoats }),
]);
export type LabourRule = Readonly<z.infer<typeof labourRule>>;

const paintRule = z.discriminatedUnion("kind", [
  /** Units that one gallon covers once. */
  z.strictObject({ kind: z.literal("spread"), unitsPerGallon: sourced }),
  /** Gallons for one coat of one unit. */
  z.strictObject({ kind: z.literal("gallons-per-unit"), gallons: sourced }),
]);
export type PaintRule = Readonly<z.infer<typeof paintRule>>;

/** The order in which multipliers are applied; all of them multiply, so it changes the trace, not the price. */
export const multiplierOrder = [
  "height",
  "access",
  "occupancy",
  "condition",
  "colour-change",
  "texture",
] as const;
export type MultiplierKind = (typeof multiplierOrder)[number];

export const substrateSchema = z.strictObject({
  key,
  label: localisedSchema,
  appliesTo: z.array(areaKind).check(z.minLength(1), z.maxLength(2)),
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
  /** How it is painted unless the option or the surface says otherwise: a key of `methods`. */
  method: key,
  /** What one unit counts as when it is prepared: a window 10 linear feet, a wall its own square feet. */
  prep: z.strictObject({ basis: z.enum(["sqft", "lf"]), perUnit: sourced }),
  /** Which multipliers touch it: a baseboard is no slower in a high room. */
  multipliers: z.array(z.enum(multiplierOrder)).check(z.maxLength(multiplierOrder.length)),
});
export type Substrate = Readonly<z.infer<typeof substrateSchema>>;
