import type { Say } from "./dictionary.ts";
import type { priceBook } from "./en/price-book.ts";
import { lazyWords } from "./lazy-words.ts";

/** What the screens of the price book say, read with the first of them. */
export type BookWords = Say<typeof priceBook>;

export const loadBookWords = lazyWords(
  async (language): Promise<BookWords> =>
    (await (language === "es" ? import("./es/price-book.ts") : import("./en/price-book.ts")))
      .priceBook,
);
