import type { Say } from "./dictionary.ts";
import type { priceBook } from "./en/price-book.ts";
import type { Language } from "./language.ts";

/** What the screens of the price book say: a chunk of its own for each language, read with the first of them. */
export type BookWords = Say<typeof priceBook>;

const loading = new Map<Language, Promise<BookWords>>();

const load = async (language: Language): Promise<BookWords> =>
  (await (language === "es" ? import("./es/price-book.ts") : import("./en/price-book.ts")))
    .priceBook;

/** Reads them, once: the same promise for every screen. What could not be read is asked for again the next time. */
export function loadBookWords(language: Language): Promise<BookWords> {
  const known = loading.get(language);
  if (known) return known;
  const words = load(language);
  words.catch(() => loading.delete(language));
  loading.set(language, words);
  return words;
}
