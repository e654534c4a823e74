import * as z from "zod/mini";
import { profitRuleSchema } from "./money.ts";
import { key, localisedSchema, sourced, sourcedCents, sourcedOrZero } from "./numbers.ts";

const canSchema = z.strictObject({
  size: key,
  label: localisedSchema,
  /** What is really in it, in whole US fluid ounces: tint bases are filled short. At most ten gallons. */
  fluidOunces: z.strictObject({ value: z.string().check(z.regex(/^[1-9]\d{0,3}$/)), source: key }),
  cost: sourcedCents,
});
export type Can = Readonly<z.infer<typeof canSchema>>;

export const productSchema = z.strictObject({
  key,
  label: localisedSchema,
  cans: z.array(canSchema).check(z.minLength(1), z.maxLength(5)),
  /** Percent on top of what a can costs: sales tax on purchases, delivery. */
  uplift: sourcedOrZero,
  /** Times the substrate's spread rate: 1 for a paint that covers as usual. */
  coverage: sourced,
  /** The product's own spread rate on a substrate, instead of the substrate's times `coverage`. */
  spreads: z
    .array(
      z.strictObject({
        substrate: key,
        /** Only on this texture, whose own paint multiplier is then left out; missing: on any. */
        texture: z.optional(key),
        unitsPerGallon: sourced,
      }),
    )
    .check(z.maxLength(200)),
  sheens: z.array(key).check(z.minLength(1), z.maxLength(20)),
  warrantyYears: z.int().check(z.gte(0), z.lte(99)),
  /** A profit of the product's own, on its paint alone or on all of a surface painted with it. */
  profit: z.optional(z.strictObject({ on: z.enum(["paint", "surface"]), rule: profitRuleSchema })),
});
export type Product = Readonly<z.infer<typeof productSchema>>;

const scopeChoice = z.strictObject({
  scope: key,
  product: key,
  sheen: key,
  coats: z.int().check(z.gte(1), z.lte(4)),
  prep: key,
  /** Missing: the substrate's own method. */
  method: z.optional(key),
  /** Missing: no primer. */
  primer: z.optional(key),
});
export type ScopeChoice = Readonly<z.infer<typeof scopeChoice>>;

export const optionSchema = z.strictObject({
  key,
  label: localisedSchema,
  /** Null: the least of the products that the option paints with. */
  warrantyYears: z.nullable(z.int().check(z.gte(0), z.lte(99))),
  /** Where its coats, prep and warranty come from. */
  source: key,
  scopes: z.array(scopeChoice).check(z.maxLength(100)),
});
export type OptionRule = Readonly<z.infer<typeof optionSchema>>;
