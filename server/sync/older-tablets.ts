import * as z from "zod/mini";
import { asKnownTo } from "../../shared/estimate/later-fields.ts";
import type { AnyRecord } from "../../shared/estimate/record.ts";

/** The format of price books that tablets of schema 1 price with. */
const FIRST_FORMAT = 1;

/**
 * What a tablet of an earlier schema can read of a page. When it is updated it pulls everything anew, so that
 * nothing left out here stays unknown to it.
 */
export const asReadBy = (schema: number, records: readonly AnyRecord[]): AnyRecord[] =>
  records.flatMap((record) => (isTooNewBook(record) ? [] : (asKnownTo(schema, record) ?? [])));

const documentSchema = z.looseObject({ format: z.int() });

/** Such a tablet would begin new estimates with a book that it cannot price with. */
function isTooNewBook({ entity, fields }: AnyRecord): boolean {
  if (entity !== "priceBook") return false;
  try {
    return z.parse(documentSchema, JSON.parse(String(fields["document"]))).format > FIRST_FORMAT;
  } catch {
    return false;
  }
}
