import type { Transaction } from "kysely";
import type { EntityName } from "../../shared/estimate/entities.ts";
import type { AnyRecord } from "../../shared/estimate/record.ts";
import { readRecord, recordsNaming } from "../store/records.ts";
import type { Database } from "../store/schema.ts";
import type { Change } from "./put-changes.ts";

type Tx = Transaction<Database>;

/** What hangs on a customer. */
const dependants = ["estimate", "contact", "opportunity"] as const satisfies readonly EntityName[];

/**
 * Two records of ours turn out to be one customer: everything of `from` goes to `to`, and `from` becomes a tombstone.
 * What was agreed to stays as it is: an estimate carries its own address and its own total.
 *
 * @returns what changes, for the caller to write under one revision; nothing when `to` is not living.
 */
export async function moveCustomer(
  tx: Tx,
  companyId: string,
  from: string,
  to: string,
): Promise<readonly Change[]> {
  if (from === to) return [];
  const target = await readRecord(tx, companyId, "customer", to);
  if (!target || target.deleted) return [];
  const moved: AnyRecord[] = [];
  for (const entity of dependants)
    moved.push(...(await recordsNaming(tx, companyId, entity, "customerId", from)));
  const source = await readRecord(tx, companyId, "customer", from);
  return [
    ...moved.map((record) => ({ ...record, fields: { ...record.fields, customerId: to } })),
    ...(source && !source.deleted ? [{ ...source, deleted: true }] : []),
  ];
}
