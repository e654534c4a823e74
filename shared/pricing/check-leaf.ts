import * as z from "zod/mini";
import {
  cents,
  dayText,
  key,
  sourced,
  sourcedOrZero,
  sourcedPart,
  stateCode,
} from "./book/numbers.ts";
import { productSchema } from "./book/paint.ts";
import { priceBookSchema } from "./price-book.ts";
import type { PriceBookFaultCode } from "./price-book-fault.ts";

/** Any schema, also one of those that only zod itself makes. */
export type Schema = z.core.$ZodType;

/** Why a single value is refused. */
export interface LeafFault {
  readonly code: PriceBookFaultCode;
  readonly expected: string;
}

/** Says why a value does not pass; null when it does. */
export type Leaf = (value: unknown) => LeafFault | null;

const fault = (code: PriceBookFaultCode, expected = ""): LeafFault => ({ code, expected });

/** The digits before the point that every number of the book has at the most, as a number. */
const HIGHEST = "999999999";

/** Why a text is not one of the book's decimal numbers. */
function decimalFault(value: unknown, otherwise: PriceBookFaultCode): LeafFault {
  if (value === undefined) return fault("missing");
  if (typeof value === "number" && Number.isFinite(value)) return fault("number_not_text");
  if (typeof value !== "string") return fault("not_a_number");
  if (/^\s*[-−]\s*\d/.test(value)) return fault("negative");
  const [, whole = "", decimals = ""] = /^(\d{1,400})(?:\.(\d{1,400}))?$/.exec(value) ?? [];
  if (whole === "") return fault("not_a_number");
  if (whole.length > HIGHEST.length) return fault("too_high", HIGHEST);
  return decimals.length > 6 ? fault("too_precise", "6") : fault(otherwise);
}

function centsFault(value: unknown): LeafFault {
  if (value === undefined) return fault("missing");
  if (typeof value !== "number" || !Number.isInteger(value)) return fault("not_cents");
  return value < 0 ? fault("negative") : fault("too_high", "100000000");
}

const ofText =
  (otherwise: PriceBookFaultCode) =>
  (value: unknown): LeafFault =>
    fault(value === undefined ? "missing" : otherwise);

/** What is said about values that the schemas of single values refuse. */
const explained: ReadonlyMap<Schema, (value: unknown) => LeafFault> = new Map<
  Schema,
  (value: unknown) => LeafFault
>([
  [key, ofText("not_a_key")],
  [dayText, ofText("not_a_day")],
  [stateCode, ofText("not_a_state")],
  [priceBookSchema.shape.colours.def.element.shape.hex, ofText("not_a_colour")],
  [productSchema.shape.cans.def.element.shape.fluidOunces.shape.value, ofText("not_ounces")],
  [cents, centsFault],
  [sourced.shape.value, (value) => decimalFault(value, "not_positive")],
  [sourcedOrZero.shape.value, (value) => decimalFault(value, "not_a_number")],
  [sourcedPart.shape.value, (value) => decimalFault(value, "not_below_hundred")],
]);

/** How long a text or list may be, how large a number. */
export interface Limits {
  readonly least: number;
  readonly most: number;
}

/** Reads the limits that a schema checks. */
export function limitsOf(schema: Schema): Limits {
  let [least, most] = [0, Infinity];
  for (const check of schema._zod.def.checks ?? []) {
    const rule: { readonly check: string } = check._zod.def;
    if ("minimum" in rule) least = Number(rule.minimum);
    if ("maximum" in rule) most = Number(rule.maximum);
    if ("value" in rule && rule.check === "greater_than") least = Number(rule.value);
    if ("value" in rule && rule.check === "less_than") most = Number(rule.value);
  }
  return { least, most };
}

function textFault(schema: Schema) {
  const { most } = limitsOf(schema);
  return (value: unknown): LeafFault => {
    if (value === undefined) return fault("missing");
    if (typeof value !== "string") return fault("not_a_text");
    return value.length > most ? fault("text_too_long", String(most)) : fault("text_missing");
  };
}

function wholeFault(schema: Schema) {
  const { least, most } = limitsOf(schema);
  const range = most === Infinity ? `${least}-` : `${least}-${most}`;
  return (value: unknown): LeafFault => {
    if (value === undefined) return fault("missing");
    const isWhole = typeof value === "number" && Number.isInteger(value);
    return isWhole ? fault("out_of_range", range) : fault("not_a_whole_number", range);
  };
}

function choiceFault(choices: readonly unknown[]) {
  const expected = choices.map(String).join(", ");
  return (value: unknown): LeafFault =>
    value === undefined ? fault("missing", expected) : fault("not_a_choice", expected);
}

const hasPattern = (schema: Schema): boolean =>
  (schema._zod.def.checks ?? []).some((check) => check._zod.def.check === "string_format");

/** @throws TypeError for a schema that nothing is known to be said of: a bug, found by reading any book. */
function explanationOf(schema: Schema): (value: unknown) => LeafFault {
  const known = explained.get(schema);
  if (known !== undefined) return known;
  if (schema instanceof z.ZodMiniEnum) return choiceFault(schema.options);
  if (schema instanceof z.ZodMiniLiteral) return choiceFault(schema.def.values);
  if (schema instanceof z.ZodMiniBoolean) return ofText("not_yes_or_no");
  if (schema instanceof z.ZodMiniNumber) return wholeFault(schema);
  if (schema instanceof z.ZodMiniString && !hasPattern(schema)) return textFault(schema);
  throw new TypeError(`a price book has no ${schema._zod.def.type}`);
}

/** A check of one value that can say why it refuses. The schema itself decides whether. */
export function leafOf(schema: Schema): Leaf {
  const explain = explanationOf(schema);
  return (value) => (z.safeParse(schema, value).success ? null : explain(value));
}
