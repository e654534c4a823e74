import { Dexie } from "dexie";
import type { parsePriceBook } from "../../shared/pricing/parse-price-book.ts";

export type BookReader = typeof parsePriceBook;

let reader: BookReader | null = null;
let loading: Promise<BookReader> | null = null;

/** What reads and checks a price book: as much code again as saving an edit, and wanted once for each book. */
export async function loadBookReader(): Promise<BookReader> {
  try {
    loading ??= import("../../shared/pricing/parse-price-book.ts").then(
      (loaded) => loaded.parsePriceBook,
    );
    reader = await loading;
    return reader;
  } catch (error) {
    // A weak signal is no reason never to try again.
    loading = null;
    throw error;
  }
}

/** The same, also in the middle of a transaction, which would not wait for anything but the database. */
export const bookReader = async (): Promise<BookReader> =>
  reader ?? (await Dexie.waitFor(loadBookReader()));
