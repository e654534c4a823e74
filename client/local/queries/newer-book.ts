import type { Local } from "../local.ts";
import { currentPriceBookId } from "../newest-price-book.ts";

/** A later version of the price book that an estimate keeps. */
export interface NewerBook {
  readonly id: string;
  readonly version: number;
}

/** The price book that new estimates are made with, when it is later than the one given; else null. */
export async function readNewerBook(local: Local, keptId: string): Promise<NewerBook | null> {
  const { database } = local;
  const id = await currentPriceBookId(database);
  if (id === undefined || id === keptId) return null;
  const [newer, kept] = await database.priceBook.bulkGet([id, keptId]);
  if (!newer || (kept && kept.version >= newer.version)) return null;
  return { id, version: newer.version };
}
