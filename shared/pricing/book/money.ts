import * as z from "zod/mini";
import {
  dayText,
  key,
  localisedSchema,
  marginCurve,
  markupCurve,
  sourced,
  sourcedCents,
  sourcedOrZero,
  sourcedPart,
  stateCode,
} from "./numbers.ts";
import { quantityUnit } from "./substrate.ts";

export const profitRuleSchema = z.discriminatedUnion("kind", [
  /** Percent on top of the cost. */
  z.strictObject({ kind: z.literal("markup"), percent: markupCurve }),
  /** Percent of the price: cost / (100 % - margin). Never the whole price. */
  z.strictObject({ kind: z.literal("margin"), percent: marginCurve }),
]);
export type ProfitRule = Readonly<z.infer<typeof profitRuleSchema>>;

/** Work at a fixed pay, offered beside the painting: price = pay / factor. */
export const addOnSchema = z.strictObject({
  key,
  label: localisedSchema,
  unit: quantityUnit,
  /** Dollars paid for a unit. */
  pay: sourced,
  /** The part of the price that is pay: 0.45 makes $100 of $45. */
  factor: sourced,
});
export type AddOn = Readonly<z.infer<typeof addOnSchema>>;

export const discountSchema = z.strictObject({
  key,
  label: localisedSchema,
  off: z.discriminatedUnion("kind", [
    /** Of the list price. */
    z.strictObject({ kind: z.literal("percent"), percent: sourcedPart }),
    z.strictObject({ kind: z.literal("amount"), amount: sourcedCents }),
  ]),
  /** The last day it is given; null: until it is taken out of the book. */
  until: z.nullable(dayText),
});
export type Discount = Readonly<z.infer<typeof discountSchema>>;

const taxRule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none"), source: key }),
  /** On the whole price after discounts. */
  z.strictObject({ kind: z.literal("total"), percent: sourced }),
  /** On paint, sundries and the material of items, after discounts. */
  z.strictObject({ kind: z.literal("materials"), percent: sourced }),
]);
export type TaxRule = Readonly<z.infer<typeof taxRule>>;
export const salesTaxSchema = z.strictObject({
  states: z.array(z.strictObject({ state: stateCode, rule: taxRule })).check(z.maxLength(60)),
  /** Everywhere else, and where the site's state is not known. */
  otherwise: taxRule,
});

/** The most that may be asked before work begins: the lesser of the two that are given. */
const depositCap = z.strictObject({
  state: stateCode,
  percent: z.optional(sourced),
  amount: z.optional(sourcedCents),
  source: key,
});
export type DepositCap = Readonly<z.infer<typeof depositCap>>;

const milestone = z.strictObject({ key, label: localisedSchema, percent: sourcedPart });
export type Milestone = Readonly<z.infer<typeof milestone>>;
export const paymentsSchema = z.strictObject({
  /** At signing; null asks for none. Capped by the state's law. */
  deposit: z.nullable(z.strictObject({ label: localisedSchema, percent: sourcedPart })),
  draws: z.array(milestone).check(z.maxLength(10)),
  /** On completion: all that is left. */
  final: z.strictObject({ label: localisedSchema }),
  depositCaps: z.array(depositCap).check(z.maxLength(60)),
});

export const financingSchema = z.strictObject({
  key,
  label: localisedSchema,
  /** Percent a year, paid monthly. */
  apr: sourcedOrZero,
  months: z.int().check(z.gte(1), z.lte(360)),
  /** The least total it is offered for. */
  minimum: sourcedCents,
});
export type FinancingPlan = Readonly<z.infer<typeof financingSchema>>;

export const leadSafeSchema = z.strictObject({
  /** Houses built before this year raise the question: 1978 in the EPA's rule. */
  beforeYear: z.int().check(z.gte(1800), z.lte(2100)),
  /** Times the labour; the part above 1 is the surcharge. At least 1. */
  factor: sourced,
  /** The least the surcharge comes to. */
  minimum: sourcedCents,
});
export type LeadSafeRule = Readonly<z.infer<typeof leadSafeSchema>>;
