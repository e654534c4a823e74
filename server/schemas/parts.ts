import * as z from "zod/mini";
import { entities } from "../../shared/estimate/entities.ts";
import { identifierSchema } from "../../shared/identifiers.ts";
import { profitRuleSchema } from "../../shared/pricing/book/money.ts";
import {
  dayText,
  key,
  localisedSchema,
  marginCurve,
  markupCurve,
  rateCurve,
  sourced,
  sourcedCents,
  sourcedOrZero,
  sourcedPart,
  stateCode,
} from "../../shared/pricing/book/numbers.ts";
import { exactSchema } from "../../shared/pricing/wire/priced-estimate-schema.ts";
import { decimalDigits, fractionText } from "../../shared/pricing/wire/trace-table.ts";

/** What a schema that is used in many places is called, and what it is. */
interface Part {
  readonly id: string;
  readonly description: string;
}

/** Schemas that become parts of the documents they are used in, under a name. */
export const parts = z.registry<Part>();

const add = (schema: z.core.$ZodType, id: string, description: string): void => {
  parts.add(schema, { id, description });
};

add(key, "key", "What an entry is called by: small letters, digits and hyphens, 40 at the most.");
add(localisedSchema, "words", "Words of the contractor's own, in English and Spanish.");
add(sourced, "positive-number", "A number above zero, and where it was published.");
add(sourcedOrZero, "number", "A number of zero or more, and where it was published.");
add(sourcedPart, "part", "A percentage from 0 to below 100, and where it was published.");
add(sourcedCents, "amount", "An amount in whole cents, and where it was published.");
add(
  sourced.shape.value,
  "positive-decimal",
  "A decimal number above zero, as text so that no digit is lost: up to nine digits before the point, six behind it.",
);
add(
  sourcedOrZero.shape.value,
  "decimal",
  "A decimal number of zero or more, as text so that no digit is lost: up to nine digits before the point, six behind it.",
);
add(sourcedPart.shape.value, "percentage", "A decimal number from 0 to below 100, as text.");
add(
  rateCurve,
  "rate",
  "A number above zero that holds always, changes in steps, or runs along straight lines, by quantity.",
);
add(markupCurve, "markup", "Percent on top of the cost. May fall with the size of the job.");
add(
  marginCurve,
  "margin",
  "Percent of the price, always below 100. May fall with the size of the job.",
);
add(profitRuleSchema, "profit", "A mark-up, cost × (100 % + p), or a margin, cost ÷ (100 % − p).");
add(dayText, "day", "A day of the calendar, `2026-12-31`.");
add(stateCode, "state", "The two capital letters of a state: `OR`.");
add(identifierSchema, "id", "Up to 64 letters, digits, hyphens and underscores.");
add(exactSchema, "exact", "A value to the last fraction.");
add(fractionText, "fraction", "A fraction in lowest terms: `127/10`, `13`.");
add(
  decimalDigits,
  "digits",
  "A decimal number without an exponent, with a minus before it if it is negative.",
);

const { shape: area } = entities.area;
add(
  area.length,
  "measure",
  "As a painter types it: `12'6\"`, `12 6`, `12.5`, `150in`, `3.8m`, `12'6+4`.",
);
add(area.access, "book-key", "A key of the price book.");
add(
  entities.surface.shape.product,
  "own-choice",
  "A key of the price book; empty: none of its own.",
);
