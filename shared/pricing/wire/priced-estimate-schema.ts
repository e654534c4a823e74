import * as z from "zod/mini";
import { localisedSchema } from "../book/numbers.ts";
import { quantityUnit } from "../book/substrate.ts";
import { problemCodes } from "./problem-sentence.ts";
import { decimalDigits, fractionText, traceTableSchema } from "./trace-table.ts";

/**
 * A priced estimate on the wire: the same as `PricedEstimate`, with exact values as texts and traces as places in
 * one table. Money is whole cents.
 */

const cents = z.int();
const count = z.int().check(z.gte(0));
/** An exact value. */
export const exactSchema = z.strictObject({
  fraction: fractionText,
  /** Rounded half away from zero to six decimals at the most. */
  decimal: decimalDigits,
});
export type ExactJson = Readonly<z.infer<typeof exactSchema>>;
const exactOrNull = z.nullable(exactSchema);
/** The place of a figure in the table of traces; only where it was asked for. */
const trace = z.optional(count);
const textOrWords = z.union([z.string(), localisedSchema]);

const colourSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("named"), name: z.string() }),
  z.strictObject({ kind: z.literal("slot"), slot: z.string(), label: localisedSchema }),
  z.strictObject({ kind: z.literal("primer") }),
]);

const prepSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("level"), label: localisedSchema }),
  z.strictObject({
    kind: z.literal("tasks"),
    tasks: z.array(z.strictObject({ label: localisedSchema, percent: count })),
  }),
  z.strictObject({ kind: z.literal("hours"), hours: exactSchema }),
]);

export const impliedSchema = z.strictObject({
  hours: exactOrNull,
  unitsPerHour: exactOrNull,
  centsPerUnit: exactOrNull,
  unit: z.nullable(quantityUnit),
});

const line = { id: z.string(), cents, trace };

export const pricedSurfaceSchema = z.strictObject({
  kind: z.literal("surface"),
  ...line,
  areaId: z.string(),
  areaName: z.string(),
  scope: z.string(),
  substrate: localisedSchema,
  quantity: exactSchema,
  unit: quantityUnit,
  coats: count,
  product: localisedSchema,
  sheen: localisedSchema,
  prep: prepSchema,
  primer: z.nullable(localisedSchema),
  method: localisedSchema,
  colour: colourSchema,
  hours: exactSchema,
  gallons: exactSchema,
  implied: impliedSchema,
});

export const pricedItemSchema = z.strictObject({
  kind: z.literal("item"),
  ...line,
  how: z.enum(["cost", "price", "crew-days", "add-on"]),
  label: textOrWords,
  quantity: exactSchema,
  unit: z.enum(["sqft", "lf", "each", "day"]),
  areaId: z.nullable(z.string()),
  optional: z.boolean(),
  group: z.string(),
  hours: exactSchema,
  implied: impliedSchema,
});

const adjustmentKinds = [
  "set-up",
  "lead-safe",
  "trip",
  "charge",
  "sundries",
  "minimum-scope",
  "minimum",
] as const;
export const pricedAdjustmentSchema = z.strictObject({
  kind: z.enum(adjustmentKinds),
  ...line,
  label: z.nullable(localisedSchema),
});

const lineSchema = z.discriminatedUnion("kind", [
  pricedSurfaceSchema,
  pricedItemSchema,
  pricedAdjustmentSchema,
]);

export const moneySchema = z.strictObject({
  netCents: cents,
  listCents: cents,
  discounts: z.array(
    z.strictObject({
      key: z.string(),
      label: localisedSchema,
      until: z.nullable(z.string()),
      cents,
      trace,
    }),
  ),
  subtotalCents: cents,
  tax: z.nullable(z.strictObject({ cents, trace })),
  payments: z.array(
    z.strictObject({
      key: z.string(),
      label: localisedSchema,
      cents,
      cappedBy: z.nullable(z.string()),
      trace,
    }),
  ),
  financing: z.array(
    z.strictObject({ key: z.string(), label: localisedSchema, months: count, cents, trace }),
  ),
  listTrace: trace,
  subtotalTrace: trace,
});

export const paintSchema = z.strictObject({
  key: z.string(),
  product: localisedSchema,
  sheen: localisedSchema,
  colour: colourSchema,
  scope: z.nullable(localisedSchema),
  exactGallons: exactSchema,
  cans: z.array(
    z.strictObject({ size: z.string(), label: localisedSchema, count, costCents: cents }),
  ),
  gallonsBought: exactSchema,
  costCents: cents,
  trace: z.optional(z.strictObject({ exactGallons: count, gallonsBought: count, cost: count })),
});

export const optionSchema = z.strictObject({
  key: z.string(),
  label: localisedSchema,
  warrantyYears: count,
  totalCents: cents,
  acceptable: z.boolean(),
  lines: z.array(lineSchema),
  offers: z.array(pricedItemSchema),
  money: moneySchema,
  hours: z.strictObject({ exact: exactSchema, charged: exactSchema, crewDays: count, trace }),
  paint: z.array(paintSchema),
  cost: z.strictObject({
    labourCents: cents,
    paintCents: cents,
    sundriesCents: cents,
    chargesCents: cents,
    itemsCents: cents,
    totalCents: cents,
    marginPercent: exactOrNull,
    markupPercent: exactOrNull,
  }),
  implied: z.strictObject({
    sqft: exactSchema,
    centsPerSqft: exactOrNull,
    sqftPerHour: exactOrNull,
    centsPerCrewDay: exactOrNull,
  }),
  trace,
});

export const problemSchema = z.strictObject({
  code: z.enum(problemCodes),
  blocking: z.boolean(),
  /** What it is and what to do, in English. */
  sentence: z.string(),
  areaId: z.optional(z.string()),
  surfaceId: z.optional(z.string()),
  itemId: z.optional(z.string()),
  dimension: z.optional(z.enum(["length", "width", "height"])),
  typed: z.optional(z.string()),
  option: z.optional(z.string()),
});

export const pricedEstimateSchema = z.strictObject({
  /** The day it was priced for. */
  day: z.string(),
  priceBook: z.strictObject({
    id: z.string(),
    version: count,
    name: localisedSchema,
    isExample: z.boolean(),
  }),
  options: z.array(optionSchema),
  problems: z.array(problemSchema),
  trace: z.optional(traceTableSchema),
});
export type PricedEstimateJson = Readonly<z.infer<typeof pricedEstimateSchema>>;
