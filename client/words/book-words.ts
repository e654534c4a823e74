import type { Say } from "./dictionary.ts";
import type { priceBook } from "./en/price-book.ts";
import type { Language } from "./language.ts";

/** What the screens of the price book say: a chunk of its own for each language, read with the first of them. */
export type BookWords = Say<typeof priceBook>;

const loading = new Map<Language, Promise<BookWords>>();
const here = new Map<Language, BookWords>();

async function load(language: Language): Promise<BookWords> {
  const { priceBook } = await (language === "es"
    ? import("./es/price-book.ts")
    : import("./en/price-book.ts"));
  here.set(language, priceBook);
  return priceBook;
}

/** The words, if they have been read already: then nothing needs to wait. */
export const bookWordsHere = (language: Language): BookWords | undefined => here.get(language);

/** Reads them, once. What could not be read is asked for again the next time. */
export function loadBookWords(language: Language): Promise<BookWords> {
  const known = loading.get(language);
  if (known) return known;
  const words = load(language).catch((error: unknown) => {
    loading.delete(language);
    throw error;
  });
  loading.set(language, words);
  return words;
}
