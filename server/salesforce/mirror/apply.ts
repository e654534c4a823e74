import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import type { AnyFields, AnyRecord } from "../../../shared/estimate/record.ts";
import { readRecord } from "../../store/records.ts";
import type { Database } from "../../store/schema.ts";
import { type Change, putChanges } from "../put-changes.ts";
import { mergeMirrored } from "./merge.ts";
import { mergeCustomer } from "./merged-accounts.ts";
import { type KnownRow, knownRows, rememberRows } from "./mirror-rows.ts";
import type { MirroredObject, MirroredRow } from "./mirrored-objects.ts";

type Tx = Transaction<Database>;

/** Rows applied in one transaction: some 20 ms, so that tablets' pushes get their turn in between. */
export const ROWS_PER_TRANSACTION = 200;

/** The revision that tablets are told of; null when nothing changed, so that nobody is told. */
export type Applied = number | null;

/**
 * Brings records to what Salesforce says. Applying the same rows again changes nothing and makes no
 * revision. At most `ROWS_PER_TRANSACTION` rows.
 */
export async function applyRows(
  tx: Tx,
  companyId: string,
  object: MirroredObject,
  rows: readonly MirroredRow[],
  now: number,
): Promise<Applied> {
  const known = await knownRows(tx, companyId, object.name, ids(rows));
  const parents = await knownRows(
    tx,
    companyId,
    "Account",
    rows.flatMap((row) => row.parent?.salesforceId ?? []),
  );
  const changes: Change[] = [];
  const said: KnownRow[] = [];
  for (const row of rows) {
    const before = known.get(row.salesforceId) ?? null;
    const recordId = before?.recordId ?? row.recordId;
    const record = await readRecord(tx, companyId, object.entity, recordId);
    if (row.gone) {
      if (record && !record.deleted) changes.push({ ...record, deleted: true });
      continue;
    }
    const fields = withParent(row, parents);
    if (before === null || !sameFields(before.fields, fields))
      said.push({ salesforceId: row.salesforceId, recordId, fields });
    changes.push(...(await changesOf(tx, { object, recordId, record, before, fields })));
  }
  await rememberRows(tx, companyId, object.name, said);
  return putChanges(tx, companyId, changes, now);
}

/**
 * Turns the records of rows that are gone from Salesforce into tombstones; what was merged goes to its master.
 *
 * @param masters of merged Accounts, by the id that is gone.
 */
export async function removeRows(
  tx: Tx,
  companyId: string,
  object: MirroredObject,
  gone: { readonly ids: readonly string[]; readonly masters: ReadonlyMap<string, string> },
  now: number,
): Promise<Applied> {
  const known = await knownRows(tx, companyId, object.name, gone.ids);
  const changes: Change[] = [];
  for (const { salesforceId, recordId } of known.values()) {
    const record = await readRecord(tx, companyId, object.entity, recordId);
    if (!record || record.deleted) continue;
    const master = gone.masters.get(salesforceId);
    const merged =
      master === undefined ? [] : await mergeCustomer(tx, companyId, recordId, master, now);
    changes.push(...(merged.length > 0 ? merged : [{ ...record, deleted: true }]));
  }
  return putChanges(tx, companyId, changes, now);
}

/** Which of some rows that are gone still stand as living records of ours. */
export async function stillLiving(
  tx: Tx,
  companyId: string,
  object: MirroredObject,
  salesforceIds: readonly string[],
): Promise<readonly string[]> {
  const living: string[] = [];
  for (const row of (await knownRows(tx, companyId, object.name, salesforceIds)).values()) {
    const record = await readRecord(tx, companyId, object.entity, row.recordId);
    if (record && !record.deleted) living.push(row.salesforceId);
  }
  return living;
}

const ids = (rows: readonly MirroredRow[]): string[] => rows.map((row) => row.salesforceId);

const sameFields = (one: AnyFields, other: AnyFields): boolean =>
  Object.keys({ ...one, ...other }).every((name) => one[name] === other[name]);

function withParent(row: MirroredRow, parents: ReadonlyMap<string, KnownRow>): AnyFields {
  if (!row.parent) return row.fields;
  const customerId = parents.get(row.parent.salesforceId)?.recordId ?? row.parent.recordId;
  return { ...row.fields, customerId };
}

interface Met {
  readonly object: MirroredObject;
  readonly recordId: string;
  readonly record: AnyRecord | undefined;
  readonly before: KnownRow | null;
  readonly fields: AnyFields;
}

async function changesOf(tx: Tx, met: Met): Promise<readonly Change[]> {
  const { object, recordId, record, before, fields } = met;
  const { entity } = object;
  if (!record)
    return [{ entity, id: recordId, fields: { ...object.born, ...fields }, deleted: false }];
  const merged = mergeMirrored(record.fields, before?.fields ?? null, fields);
  if (!record.deleted && sameFields(merged.fields, record.fields)) return [];
  const authorName = merged.clashes.length > 0 ? await nameOf(tx, record.updatedBy) : "";
  return [
    { entity, id: recordId, fields: merged.fields, deleted: false },
    ...merged.clashes.map((field) => conflictOf(record, field, before, fields, authorName)),
  ];
}

/** Salesforce is the master of its customers, but what somebody typed on a tablet is never just gone. */
function conflictOf(
  record: AnyRecord,
  field: string,
  before: KnownRow | null,
  now: AnyFields,
  authorName: string,
): Change {
  const id = randomUUID();
  return {
    entity: "conflict",
    id,
    deleted: false,
    fields: {
      estimateId: null,
      entity: record.entity,
      entityId: record.id,
      field,
      base: JSON.stringify(before?.fields[field] ?? null),
      theirs: JSON.stringify(now[field] ?? null),
      mine: JSON.stringify(record.fields[field] ?? null),
      // No mutation met this change: it came from Salesforce, later than all of them.
      mutationId: id,
      authorName,
      state: "open",
    },
  };
}

async function nameOf(tx: Tx, userId: string): Promise<string> {
  const user = await tx
    .selectFrom("user")
    .select("name")
    .where("id", "=", userId)
    .executeTakeFirst();
  return user?.name ?? userId;
}
