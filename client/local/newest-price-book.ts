import type { PaintboxDatabase } from "./database.ts";

const newestFirst = async (database: PaintboxDatabase): Promise<readonly string[]> =>
  (await database.priceBook.orderBy("version").primaryKeys()).toReversed();

/** The price book with the highest version, also while its publication waits on this tablet. */
export const newestPriceBookId = async (database: PaintboxDatabase): Promise<string | undefined> =>
  (await newestFirst(database))[0];

/**
 * The price book that estimates are made with: the highest version the server has. A publication that is still on
 * its way may be refused, and whatever was made with it would be refused with it.
 */
export async function currentPriceBookId(database: PaintboxDatabase): Promise<string | undefined> {
  for (const id of await newestFirst(database)) {
    const shadow = await database.shadow.get(["priceBook", id]);
    if (shadow?.state !== null) return id;
  }
  return undefined;
}
