import type { en } from "./en.ts";

type Shape<Entry> = Entry extends (...values: infer Values) => string
  ? (...values: Values) => string
  : string;

/** One subject as another language says it: the same keys, and the same values into each sentence. */
export type Say<English> = { readonly [Key in keyof English]: Shape<English[Key]> };

/** The shape every language fills: a sentence, or a function from its values to one. English is the source of the keys. */
export type Words = Say<typeof en>;
