import * as z from "zod/mini";
import { isCalendarDay } from "../../units/calendar-day.ts";

/**
 * The numbers of a price book. Amounts are whole cents; every other number is a decimal text (`"0.75"`),
 * because JSON numbers are binary fractions. Every number carries the key of a source.
 */

/** What entries are called by: in records, in traces, in spreadsheets. */
export const key = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));

const words = z.string().check(z.maxLength(400));
export const localisedSchema = z.strictObject({ en: words, es: words });
/** Words of the contractor's own, in both languages of the app. */
export type Localised = Readonly<z.infer<typeof localisedSchema>>;

/** A decimal number of zero or more, exactly as written. */
const decimalText = z.string().check(z.regex(/^\d{1,9}(\.\d{1,6})?$/));
const positiveDecimal = decimalText.check(z.regex(/[1-9]/));
/** At most $1,000,000.00. */
export const cents = z.int().check(z.gte(0), z.lte(100_000_000));
/** Zero or more, and below 100: a part that never is the whole. */
const percentBelowHundred = z.string().check(z.regex(/^\d{1,2}(\.\d{1,6})?$/));

/** A number and where it was published: the key of an entry in `sources`. */
export const sourced = z.strictObject({ value: positiveDecimal, source: key });
export const sourcedOrZero = z.strictObject({ value: decimalText, source: key });
export const sourcedCents = z.strictObject({ cents, source: key });
export const sourcedPart = z.strictObject({ value: percentBelowHundred, source: key });
export type Sourced = Readonly<z.infer<typeof sourcedOrZero>>;
export type SourcedCents = Readonly<z.infer<typeof sourcedCents>>;

/** A calendar day, `2026-12-31`. */
export const dayText = z
  .string()
  .check(z.regex(/^\d{4}-\d\d-\d\d$/), z.refine(isCalendarDay, "not a day of any calendar"));
/** Two capitals: `OR`. */
export const stateCode = z.string().check(z.regex(/^[A-Z]{2}$/));

const at = decimalText;

/**
 * A number that changes with a quantity, in steps: the last step that begins at or below it holds. The first
 * begins at 0, and each further one above the one before.
 */
const steps = <V extends z.ZodMiniType<string>, B extends z.ZodMiniType<string>>(value: V, by: B) =>
  z.strictObject({
    kind: z.literal("steps"),
    by,
    steps: z.array(z.strictObject({ from: at, value })).check(z.minLength(1), z.maxLength(40)),
    source: key,
  });

/**
 * A number that changes with a quantity along straight lines between points. Below the first point its value
 * holds; above the last point the last straight line goes on. Never below the floor.
 */
const line = <V extends z.ZodMiniType<string>, B extends z.ZodMiniType<string>>(value: V, by: B) =>
  z.strictObject({
    kind: z.literal("line"),
    by,
    points: z.array(z.strictObject({ at, value })).check(z.minLength(2), z.maxLength(40)),
    floor: value,
    source: key,
  });

/** The surface's own quantity, or that of all painted surfaces of its substrate. */
const rateBasis = z.enum(["surface", "job"]);
/** A rate that may change with quantity. */
export const rateCurve = z.union([
  sourced,
  steps(positiveDecimal, rateBasis),
  line(positiveDecimal, rateBasis),
]);
export type RateCurve = Readonly<z.infer<typeof rateCurve>>;

/** The whole job's cost in dollars, or its painted square feet. */
const profitBasis = z.enum(["job-cost", "job-sqft"]);
/** A mark-up that may fall with the size of the job. */
export const markupCurve = z.union([
  sourcedOrZero,
  steps(decimalText, profitBasis),
  line(decimalText, profitBasis),
]);
/** A margin that may fall with the size of the job: always below the whole price. */
export const marginCurve = z.union([
  sourcedPart,
  steps(percentBelowHundred, profitBasis),
  line(percentBelowHundred, profitBasis),
]);
export type ProfitCurve = Readonly<z.infer<typeof markupCurve> | z.infer<typeof marginCurve>>;

/** Whether a number of the book changes with a quantity. */
export const isCurve = <C extends RateCurve | ProfitCurve>(
  number: C,
): number is Extract<C, { readonly kind: string }> => "kind" in number;
