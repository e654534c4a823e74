import { printFound } from "../price-book-fault.ts";

/** Why an estimate, or the request around it, is not taken as it was sent. */
export type EstimateFaultCode =
  | "missing"
  /** `found` are the names nobody knows, at most five of them. */
  | "unknown_field"
  | "not_an_object"
  | "not_a_list"
  | "not_a_text"
  | "not_a_whole_number"
  | "not_yes_or_no"
  /** None of the words in `expected`. */
  | "not_a_choice"
  /** Above or below `expected`. */
  | "too_high"
  | "too_low"
  /** More characters than `expected`. */
  | "text_too_long"
  /** More entries than `expected`. */
  | "too_many"
  | "not_an_id"
  | "not_a_key"
  | "not_a_day"
  | "not_a_moment"
  /** Not written as `expected` is. */
  | "malformed"
  /** Another area, or another line, has that id. */
  | "id_taken"
  /** Says that it belongs to another estimate, or another area, than the one it is in: `expected`. */
  | "elsewhere"
  /** No area of the estimate has that id. */
  | "unknown_area"
  /** A record of the company's that this version of the server does not understand. */
  | "unreadable";

/** What is wrong with an estimate, where, and enough to say what to do about it. */
export interface EstimateFault {
  readonly code: EstimateFaultCode;
  /** `areas.0.surfaces.2.coats`; empty for the whole. */
  readonly path: string;
  /** What stands there, shortened; empty for nothing. */
  readonly found: string;
  readonly expected: string;
}

export const estimateFault = (
  code: EstimateFaultCode,
  path: string,
  found?: unknown,
  expected: unknown = "",
): EstimateFault => ({ code, path, found: printFound(found), expected: String(expected) });

type Words = (found: string, expected: string) => string;

const quoted = (found: string): string => (found === "" ? "empty" : `"${found}"`);

/** What is wrong, and what to do about it. */
const sentences: Readonly<Record<EstimateFaultCode, Words>> = {
  missing: () => "is missing. Fill it in.",
  unknown_field: (found) => `has ${found}, which does not belong there. Take it out.`,
  not_an_object: (found) =>
    `is ${quoted(found)}, where several named values belong. Write them as an object.`,
  not_a_list: (found) => `is ${quoted(found)}, where a list belongs. Write its entries as a list.`,
  not_a_text: (found) => `is ${quoted(found)}, where a text belongs. Write it in quotes.`,
  not_a_whole_number: (found) => `is ${quoted(found)}. Write a whole number, without quotes.`,
  not_yes_or_no: (found) => `is ${quoted(found)}. Write true or false.`,
  not_a_choice: (found, expected) => `is ${quoted(found)}. Choose one of: ${expected}.`,
  too_high: (found, expected) => `is ${quoted(found)}. Write ${expected} at the most.`,
  too_low: (found, expected) => `is ${quoted(found)}. Write ${expected} at the least.`,
  text_too_long: (found, expected) =>
    `begins ${quoted(found)} and is longer than ${expected} characters. Shorten it.`,
  too_many: (found, expected) =>
    `has ${found} entries, and ${expected} are the most. Price it in parts.`,
  not_an_id: (found) =>
    `is ${quoted(found)}, which is no id. Use up to 64 letters, digits, hyphens and underscores.`,
  not_a_key: (found) =>
    `is ${quoted(found)}, which is no key. Use a key of the price book: small letters, digits and hyphens.`,
  not_a_day: (found) => `is ${quoted(found)}, which is no day. Write it as 2026-11-26.`,
  not_a_moment: (found) =>
    `is ${quoted(found)}, which is no moment. Write it in UTC, as 2026-11-26T09:30:00Z.`,
  malformed: (found, expected) => `is ${quoted(found)}. Write it as ${expected}.`,
  id_taken: (found) => `is ${quoted(found)}, which stands before already. Give it another id.`,
  elsewhere: (found, expected) =>
    `is ${quoted(found)}, and it stands in ${quoted(expected)}. Leave it out, or put it where it belongs.`,
  unknown_area: (found) =>
    `is ${quoted(found)}, and no area of the estimate has that id. Name one of them, or write null.`,
  unreadable: () => "was written by another version of the app. Update the server.",
};

/**
 * A fault in plain English: where, what is wrong, what to do.
 *
 * @param whole what is wrong where the path is empty.
 */
export const estimateFaultSentence = (
  { code, path, found, expected }: EstimateFault,
  whole = "The estimate",
): string => `${path === "" ? whole : path} ${sentences[code](found, expected)}`;
