import type { Transaction } from "kysely";
import type { AnyRecord } from "../../shared/estimate/record.ts";
import { nextRevision, putRecords } from "../store/records.ts";
import type { Database } from "../store/schema.ts";

/** Who a change is said to come from that Salesforce caused. */
const UPDATED_BY = "salesforce";

export type Change = Omit<AnyRecord, "rev" | "updatedBy">;

/**
 * Writes records under one new revision.
 *
 * @param now Unix milliseconds.
 * @returns the revision that tablets are told of; null when there was nothing, so that nobody is told.
 */
export async function putChanges(
  tx: Transaction<Database>,
  companyId: string,
  changes: readonly Change[],
  now: number,
): Promise<number | null> {
  if (changes.length === 0) return null;
  const rev = await nextRevision(tx);
  await putRecords(tx, companyId, changes, { rev, updatedBy: UPDATED_BY, now });
  return rev;
}
