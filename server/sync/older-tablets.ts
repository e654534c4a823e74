import * as z from "zod/mini";
import { asKnownTo } from "../../shared/estimate/later-fields.ts";
import type { AnyRecord } from "../../shared/estimate/record.ts";
import type { MutationResult, RejectionReason } from "../../shared/sync/wire.ts";

/** The newest format of price books that tablets of an earlier schema price with, by their schema. */
const newestFormats: ReadonlyMap<number, number> = new Map([
  [1, 1],
  [2, 2],
]);

/**
 * Reasons that came with schema 3, as the tablets before it know them. Such a tablet throws an answer away that names
 * another one, and would offer the same edit for ever.
 */
const reasonsBefore: ReadonlyMap<RejectionReason, RejectionReason> = new Map([
  ["open_conflicts", "not_priceable"],
  ["conflict_settled", "invalid_field"],
]);
const REASONS_SINCE = 3;

/** What a tablet of an earlier schema can read of an answer; the message stays, it says what is the matter. */
export const resultAsReadBy = (schema: number, result: MutationResult): MutationResult =>
  schema >= REASONS_SINCE || result.reason === null
    ? result
    : { ...result, reason: reasonsBefore.get(result.reason) ?? result.reason };

/**
 * What a tablet of an earlier schema can read of a page. When it is updated it pulls everything anew, so that
 * nothing left out here stays unknown to it.
 */
export const asReadBy = (schema: number, records: readonly AnyRecord[]): AnyRecord[] =>
  records.flatMap((record) =>
    isTooNewBook(schema, record) ? [] : (asKnownTo(schema, record) ?? []),
  );

const documentSchema = z.looseObject({ format: z.int() });

/** Such a tablet would begin new estimates with a book that it cannot price with. */
function isTooNewBook(schema: number, { entity, fields }: AnyRecord): boolean {
  const newest = newestFormats.get(schema);
  if (entity !== "priceBook" || newest === undefined) return false;
  try {
    return z.parse(documentSchema, JSON.parse(String(fields["document"]))).format > newest;
  } catch {
    return false;
  }
}
