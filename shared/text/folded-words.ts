const COMBINING_MARKS = /\p{M}+/gu;
const NOT_WORD = /[^\p{L}\p{N}]+/u;

/** Lower case, accents folded: `Peña` and `pena` are the same name to someone on a ladder. */
export const fold = (text: string): string =>
  text.normalize("NFKD").replaceAll(COMBINING_MARKS, "").toLowerCase();

/** The words of a text, folded, in their order. */
export const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .split(NOT_WORD)
    .filter((word) => word !== "");
