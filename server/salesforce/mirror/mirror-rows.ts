import type { Transaction } from "kysely";
import * as z from "zod/mini";
import { type AnyFields, anyFieldsSchema } from "../../../shared/estimate/record.ts";
import type { Database } from "../../store/schema.ts";
import type { MirroredName } from "./mirrored-objects.ts";

type Tx = Transaction<Database>;

/** What Salesforce last said of a row, and which record of ours it is. */
export interface KnownRow {
  readonly salesforceId: string;
  readonly recordId: string;
  readonly fields: AnyFields;
}

const fieldsOf = (json: string): AnyFields => z.parse(anyFieldsSchema, JSON.parse(json));

/** The rows we know already among some ids, by Salesforce id. */
export async function knownRows(
  tx: Tx,
  companyId: string,
  object: MirroredName,
  salesforceIds: readonly string[],
): Promise<ReadonlyMap<string, KnownRow>> {
  if (salesforceIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("mirror_row")
    .select(["salesforce_id", "record_id", "fields"])
    .where("company_id", "=", companyId)
    .where("object", "=", object)
    .where("salesforce_id", "in", [...new Set(salesforceIds)])
    .execute();
  return new Map(
    rows.map((row) => [
      row.salesforce_id,
      { salesforceId: row.salesforce_id, recordId: row.record_id, fields: fieldsOf(row.fields) },
    ]),
  );
}

/** Remembers what Salesforce says now. The record of a row never changes once it was given. */
export async function rememberRows(
  tx: Tx,
  companyId: string,
  object: MirroredName,
  rows: readonly KnownRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto("mirror_row")
    .values(
      rows.map((row) => ({
        company_id: companyId,
        object,
        salesforce_id: row.salesforceId,
        record_id: row.recordId,
        fields: JSON.stringify(row.fields),
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["company_id", "object", "salesforce_id"])
        .doUpdateSet((row) => ({ fields: row.ref("excluded.fields") })),
    )
    .execute();
}

/** Every Salesforce id of an object that we hold. */
export async function heldIds(
  tx: Tx,
  companyId: string,
  object: MirroredName,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("mirror_row")
    .select("salesforce_id")
    .where("company_id", "=", companyId)
    .where("object", "=", object)
    .execute();
  return rows.map((row) => row.salesforce_id);
}
