import * as z from "zod/mini";
import { localisedSchema } from "../book/numbers.ts";
import type { EntryKind } from "../price-book.ts";
import type { BaseUnit, EstimateReference, TraceOp } from "../trace.ts";
import { keysOf } from "./keys-of.ts";

/**
 * How every figure of a result came about, as one table: figures share their inputs, and a tree would write each
 * of them out again wherever it is used.
 */

const ops: Readonly<Record<TraceOp, true>> = {
  given: true,
  entry: true,
  constant: true,
  add: true,
  subtract: true,
  multiply: true,
  divide: true,
  "round-up": true,
  "round-cents": true,
  "round-down": true,
  apportion: true,
  "mark-up": true,
  margin: true,
  "percent-of": true,
  share: true,
  "cheapest-cans": true,
  "at-least": true,
  "at-most": true,
  step: true,
  line: true,
  annuity: true,
};

const units: Readonly<Record<BaseUnit, true>> = {
  cents: true,
  hour: true,
  gallon: true,
  can: true,
  ounce: true,
  coat: true,
  day: true,
  minute: true,
  month: true,
  area: true,
  painter: true,
  ft: true,
  sqft: true,
  lf: true,
  each: true,
  percent: true,
  factor: true,
};

const entryKinds: Readonly<Record<EntryKind, true>> = {
  substrate: true,
  height: true,
  access: true,
  occupancy: true,
  condition: true,
  "colour-change": true,
  texture: true,
  method: true,
  primer: true,
  prep: true,
  "prep-task": true,
  product: true,
  can: true,
  sundries: true,
  "add-on": true,
  profit: true,
  labour: true,
  opening: true,
  minimum: true,
  scope: true,
  "lead-safe": true,
  list: true,
  discount: true,
  tax: true,
  payment: true,
  "deposit-cap": true,
  financing: true,
  option: true,
};

const placeKinds: Readonly<Record<EstimateReference["kind"], true>> = {
  area: true,
  surface: true,
  item: true,
};

/** A fraction in lowest terms: `127/10`, `13`. */
export const fractionText = z.string().check(z.regex(/^-?\d+(\/\d+)?$/));
/** A decimal number, without an exponent. */
export const decimalDigits = z.string().check(z.regex(/^-?\d+(\.\d+)?$/));

const counter = z.int().check(z.gte(0));
const baseUnit = z.enum(keysOf(units));

export const traceNodeSchema = z.strictObject({
  key: z.string(),
  op: z.enum(keysOf(ops)),
  unit: z.strictObject({ of: baseUnit, per: z.optional(baseUnit) }),
  value: fractionText,
  /** As a screen shows it: money in dollars. */
  shown: decimalDigits,
  /** In the numbers that are shown; empty where nothing is computed. */
  formula: z.string(),
  /** Places in `nodes`, each before the node's own. */
  inputs: z.array(counter),
  /** A place in `entries`. */
  entry: z.optional(counter),
  /** A place in `places`. */
  from: z.optional(counter),
});
export type TraceNode = Readonly<z.infer<typeof traceNodeSchema>>;

const textOrWords = z.union([z.string(), localisedSchema]);

export const traceTableSchema = z.strictObject({
  nodes: z.array(traceNodeSchema),
  /** The price book's entries that the figures were read from. */
  entries: z.array(
    z.strictObject({
      kind: z.enum(keysOf(entryKinds)),
      key: z.string(),
      label: localisedSchema,
      source: z.string(),
      includes: z.optional(localisedSchema),
    }),
  ),
  /** What the figures belong to in the estimate, with what was typed. */
  places: z.array(
    z.strictObject({
      kind: z.enum(keysOf(placeKinds)),
      id: z.string(),
      name: textOrWords,
      typed: z.optional(z.string()),
    }),
  ),
});
export type TraceTable = Readonly<z.infer<typeof traceTableSchema>>;
