import type { en } from "./en.ts";

type Shape<Entry> = Entry extends (...values: infer Values) => string
  ? (...values: Values) => string
  : string;

/** The shape every language fills: a sentence, or a function from its values to one. English is the source of the keys. */
export type Words = { readonly [Key in keyof typeof en]: Shape<(typeof en)[Key]> };
