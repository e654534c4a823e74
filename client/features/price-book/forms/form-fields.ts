import type { Localised, Sourced, SourcedCents } from "../../../../shared/pricing/book/numbers.ts";
import { centsOf, dollarsText, tidyDecimal } from "../../../../shared/pricing/edit/decimal-text.ts";
import type { PriceBook } from "../../../../shared/pricing/price-book.ts";
import type { BookWords } from "../../../words/book-words.ts";
import type { WordsApi } from "../../../words/words-provider.tsx";

/**
 * What an entry of the price book looks like as a form: plain data that follows from the entry. `at` is the path in the
 * entry that a field writes to; the words of a field also name a difference between two versions.
 */
export type FormField = NumberField | WordsField | TextField | OneField | ManyField | SourceField;

export interface NumberField {
  readonly kind: "number";
  /** Unique in the form; two fields may show the same number both ways. */
  readonly id: string;
  readonly at: string;
  readonly label: string;
  readonly mode: "decimal" | "count";
  readonly text: string;
  /** The JSON that stands for a typed text; undefined while it is none. */
  readonly parse: (typed: string) => unknown;
  /** What else the number means: "53.8 % mark-up". */
  readonly note?: ((typed: string) => string | null) | undefined;
  /** Where the number comes from: a key of the book's sources. */
  readonly source?: { readonly at: string; readonly key: string } | undefined;
}

/** Words in both languages. */
export interface WordsField {
  readonly kind: "words";
  readonly at: string;
  readonly label: string;
  readonly value: Localised;
  readonly long?: boolean | undefined;
}

export interface TextField {
  readonly kind: "text";
  readonly at: string;
  readonly label: string;
  readonly text: string;
  readonly parse: (typed: string) => unknown;
  readonly hint?: string | undefined;
  readonly type?: "text" | "date" | undefined;
  readonly long?: boolean | undefined;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What stands at the field's path when this is chosen; undefined takes it out. */
  readonly next: unknown;
}

export interface OneField {
  readonly kind: "one";
  readonly at: string;
  /** Where the choice itself is written, if that is deeper than `at`: a difference is found by it. */
  readonly leaf?: string | undefined;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
}

export interface ManyField {
  readonly kind: "many";
  readonly at: string;
  readonly label: string;
  readonly values: readonly string[];
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** Where the numbers of a curve, or the choices of an option, come from. */
export interface SourceField {
  readonly kind: "source";
  readonly at: string;
  /** A key of the book's sources. */
  readonly key: string;
}

/** A part of a form with its heading: a can, a coat count, a step. */
export interface FormGroup {
  readonly id: string;
  readonly title?: string | undefined;
  readonly fields: readonly FormField[];
  /** Takes this part out of the entry. */
  readonly remove?: { readonly at: string; readonly label: string } | undefined;
  /** Adds another part of its kind after it. */
  readonly add?:
    | { readonly at: string; readonly label: string; readonly value: unknown }
    | undefined;
  /** A number that changes with quantity, to draw. */
  readonly picture?: PictureOf | undefined;
  /** Worth a second look. */
  readonly warning?: string | undefined;
  readonly hint?: string | undefined;
}

export interface PictureOf {
  readonly at: string;
  readonly across: string;
  readonly up: string;
}

/** What forms are made with: the words, and the book that they choose from. */
export interface FormContext extends WordsApi {
  readonly b: BookWords;
  readonly book: PriceBook;
}

interface NumberOptions {
  readonly at: string;
  readonly label: string;
  readonly note?: NumberField["note"];
  readonly mode?: NumberField["mode"] | undefined;
}

/** A setting that is one number is its own entry: the path to it is empty. */
const inside = (at: string, name: string): string => (at === "" ? name : `${at}.${name}`);

/** A decimal number with its source. */
export const decimal = (value: Sourced, { at, label, note, mode }: NumberOptions): NumberField => ({
  kind: "number",
  id: inside(at, "value"),
  at: inside(at, "value"),
  label,
  mode: mode ?? "decimal",
  text: value.value,
  parse: (typed) => tidyDecimal(typed) ?? undefined,
  note,
  source: { at: inside(at, "source"), key: value.source },
});

/** A decimal number whose source stands elsewhere: in a curve. */
export const plainDecimal = (text: string, { at, label, note }: NumberOptions): NumberField => ({
  kind: "number",
  id: at,
  at,
  label,
  mode: "decimal",
  text,
  parse: (typed) => tidyDecimal(typed) ?? undefined,
  note,
});

/** Dollars, kept in cents. */
export const money = (value: SourcedCents, { at, label, note }: NumberOptions): NumberField => ({
  kind: "number",
  id: inside(at, "cents"),
  at: inside(at, "cents"),
  label,
  mode: "decimal",
  text: dollarsText(value.cents),
  parse: (typed) => centsOf(typed) ?? undefined,
  note,
  source: { at: inside(at, "source"), key: value.source },
});

/** A whole number without a source: years, months. */
export const whole = (value: number, { at, label, note }: NumberOptions): NumberField => ({
  kind: "number",
  id: at,
  at,
  label,
  mode: "count",
  text: String(value),
  parse: (typed) => (/^\d{1,4}$/.test(typed) ? Number(typed) : undefined),
  note,
});

export const words = (value: Localised, at: string, label: string, long = false): WordsField => ({
  kind: "words",
  at,
  label,
  value,
  long,
});

/** One of a list of the book. */
export const oneOf = (
  context: FormContext,
  entries: readonly { readonly key: string; readonly label: Localised }[],
  field: { readonly at: string; readonly label: string; readonly value: string },
): OneField => ({ kind: "one", ...field, choices: choicesOf(context, entries) });

/** One of a list of the book, or nothing. */
export const oneOrNone = (
  context: FormContext,
  entries: readonly { readonly key: string; readonly label: Localised }[],
  field: { readonly at: string; readonly label: string; readonly value: string | undefined },
  none: string,
): OneField => ({
  kind: "one",
  at: field.at,
  label: field.label,
  value: field.value ?? "",
  choices: [{ value: "", label: none, next: undefined }, ...choicesOf(context, entries)],
});

export const choicesOf = (
  { language }: FormContext,
  entries: readonly { readonly key: string; readonly label: Localised }[],
): readonly Choice[] =>
  entries.map(({ key, label }) => ({ value: key, label: label[language] || key, next: key }));

/** The source that new numbers begin with: the manager's own, else the first of the book. */
export function usualSource({ sources }: PriceBook): string {
  const keys = Object.keys(sources);
  return keys.find((key) => key === "own") ?? keys.at(-1) ?? "own";
}
