import type { Kysely, Transaction } from "kysely";
import { type EntityName, isEntityName } from "../../shared/estimate/entities.ts";
import { withLaterFields } from "../../shared/estimate/later-fields.ts";
import type { AnyFields, AnyRecord } from "../../shared/estimate/record.ts";
import { countedEntities } from "../../shared/sync/counted-entities.ts";
import { isInScope, touchEstimates } from "./dormancy.ts";
import { prepared, type SlotOf } from "./prepared.ts";
import type { Database, RecordRow } from "./schema.ts";

type Tx = Transaction<Database>;

/** What is kept of a change besides the record itself. */
export interface ChangeStamp {
  readonly rev: number;
  /** A user's id, or the name of the job that changed it: `salesforce`, `paintbox`. */
  readonly updatedBy: string;
  /** Unix milliseconds. */
  readonly now: number;
}

/** Rows that one statement writes: 9 values each, far below SQLite's 32,766 and Postgres' 65,535. */
const ROWS_PER_STATEMENT = 200;
/** Ids one statement asks for: a push can name a hundred thousand. */
const IDS_PER_STATEMENT = 1000;

/**
 * Advances the server's clock. The row stays locked to the commit, so that revisions become visible in
 * their order and a pull can never overtake a change that is still under way.
 */
export async function nextRevision(tx: Tx): Promise<number> {
  const { rev } = await tx
    .updateTable("clock")
    .set((column) => ({ rev: column("rev", "+", 1) }))
    .where("id", "=", 1)
    .returning("rev")
    .executeTakeFirstOrThrow();
  return rev;
}

export async function readRecord(
  tx: Tx,
  companyId: string,
  entity: EntityName,
  id: string,
): Promise<AnyRecord | undefined> {
  const row = await tx
    .selectFrom("record")
    .selectAll()
    .where("company_id", "=", companyId)
    .where("entity", "=", entity)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && toRecord(row);
}

/** Several records of one entity, in no order; those that do not exist are left out. */
export async function readRecords(
  tx: Tx,
  companyId: string,
  entity: EntityName,
  ids: readonly string[],
): Promise<readonly AnyRecord[]> {
  const records: AnyRecord[] = [];
  for (let start = 0; start < ids.length; start += IDS_PER_STATEMENT) {
    const rows = await tx
      .selectFrom("record")
      .selectAll()
      .where("company_id", "=", companyId)
      .where("entity", "=", entity)
      .where("id", "in", ids.slice(start, start + IDS_PER_STATEMENT))
      .execute();
    records.push(...rows.map(toRecord));
  }
  return records;
}

/** The estimate and everything that belongs to it, tombstones included. */
export async function recordsOfEstimate(
  tx: Tx,
  companyId: string,
  estimateId: string,
): Promise<readonly AnyRecord[]> {
  const rows = await tx
    .selectFrom("record")
    .selectAll()
    .where("company_id", "=", companyId)
    .where("estimate_id", "=", estimateId)
    .execute();
  return rows.map(toRecord);
}

/** A company's records of one entity that are not deleted. */
export async function livingRecords(
  tx: Tx,
  companyId: string,
  entity: EntityName,
): Promise<readonly AnyRecord[]> {
  const rows = await tx
    .selectFrom("record")
    .selectAll()
    .where("company_id", "=", companyId)
    .where("entity", "=", entity)
    .where("deleted", "=", 0)
    .execute();
  return rows.map(toRecord);
}

/**
 * A company's records of one entity, tombstones included, one of whose fields has this value. There is no index of
 * fields: every record of the entity is looked at, so this is for what happens rarely.
 *
 * @param value without quotes and backslashes: an id.
 */
export async function recordsNaming(
  tx: Tx,
  companyId: string,
  entity: EntityName,
  field: string,
  value: string,
): Promise<readonly AnyRecord[]> {
  const rows = await tx
    .selectFrom("record")
    .selectAll()
    .where("company_id", "=", companyId)
    .where("entity", "=", entity)
    .where("fields", "like", `%"${field}":"${value}"%`)
    .execute();
  // The pattern takes `_` for any character, and the text of another field for this one.
  return rows.map(toRecord).filter(({ fields }) => fields[field] === value);
}

/** Which record, and as of when. */
export interface RecordRevision {
  readonly id: string;
  readonly rev: number;
}

/**
 * The revisions of a company's records of one entity that are not deleted, without reading the records.
 *
 * @param id of one record, or null for all.
 */
export async function livingRevisions(
  tx: Tx,
  companyId: string,
  entity: EntityName,
  id: string | null,
): Promise<readonly RecordRevision[]> {
  const living = tx
    .selectFrom("record")
    .select(["id", "rev"])
    .where("company_id", "=", companyId)
    .where("entity", "=", entity)
    .where("deleted", "=", 0);
  return (id === null ? living : living.where("id", "=", id)).execute();
}

export async function putRecord(
  tx: Tx,
  companyId: string,
  record: Omit<AnyRecord, "rev" | "updatedBy">,
  stamp: ChangeStamp,
): Promise<void> {
  await putRecords(tx, companyId, [record], stamp);
}

/** Writes many records under one revision; a pull carries a revision whole, so keep it to some 500. */
export const putRecords = (
  tx: Tx,
  companyId: string,
  records: readonly Omit<AnyRecord, "rev" | "updatedBy">[],
  stamp: ChangeStamp,
): Promise<void> =>
  putStamped(
    tx,
    companyId,
    records.map((record) => ({ record, stamp })),
  );

/** A record and what is kept of its change. */
export interface StampedRecord {
  readonly record: Omit<AnyRecord, "rev" | "updatedBy">;
  readonly stamp: ChangeStamp;
}

/** Writes records of several revisions in a few statements; each record once. */
export async function putStamped(
  tx: Tx,
  companyId: string,
  records: readonly StampedRecord[],
): Promise<void> {
  const rows = records.map(({ record, stamp }) => toRow(companyId, record, stamp));
  await touchEstimates(tx, companyId, rows);
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    await tx
      .insertInto("record")
      .values(rows.slice(start, start + ROWS_PER_STATEMENT))
      .onConflict((conflict) =>
        conflict.columns(["company_id", "entity", "id"]).doUpdateSet((row) => ({
          estimate_id: row.ref("excluded.estimate_id"),
          fields: row.ref("excluded.fields"),
          deleted: row.ref("excluded.deleted"),
          rev: row.ref("excluded.rev"),
          updated_by: row.ref("excluded.updated_by"),
          updated_at: row.ref("excluded.updated_at"),
        })),
      )
      .execute();
  }
}

/** How many of a company's records are not deleted, of those that people miss (R9). */
export async function countLiving(tx: Tx, companyId: string): Promise<number> {
  const { living } = await tx
    .selectFrom("record")
    .select(({ fn }) => fn.countAll<number>().as("living"))
    .where("company_id", "=", companyId)
    .where("entity", "in", countedEntities)
    .where("deleted", "=", 0)
    .executeTakeFirstOrThrow();
  return living;
}

/** Whose replica a page is for, and from which revision on it is complete. */
export interface Scope {
  readonly userId: string;
  readonly horizon: number;
}

/**
 * The next page of a company's records after a revision, in the order of their change. Revisions are never
 * cut in two: a page ends between two of them, and the one revision larger than `limit` comes whole.
 *
 * @param scope leaves out dormant estimates; null leaves out nothing.
 */
export async function recordsSince(
  tx: Tx,
  companyId: string,
  cursor: number,
  limit: number,
  scope: Scope | null = null,
): Promise<{ readonly records: readonly AnyRecord[]; readonly more: boolean }> {
  // Past the horizon everything is in scope; the common pull does not pay for the question.
  const within = scope !== null && scope.horizon > cursor ? scope : null;
  const most = limit + 1;
  const inOrder = () => {
    const ordered = recordsInOrder(tx).where("company_id", "=", companyId);
    return within ? ordered.where(isInScope(companyId, within.userId, within.horizon)) : ordered;
  };
  const rows = within
    ? await inOrder().where("rev", ">", cursor).limit(most).execute()
    : await rowsSince(tx, { companyId, cursor, most });
  if (rows.length <= limit) return { records: rows.map(toRecord), more: false };
  const cutRev = rows[limit]?.rev;
  const whole = rows.filter((row) => row.rev !== cutRev);
  if (whole.length > 0) return { records: whole.map(toRecord), more: true };
  const first = await inOrder()
    .where("rev", "=", rows[0]?.rev ?? cursor)
    .execute();
  return { records: first.map(toRecord), more: true };
}

const recordsInOrder = (tx: Kysely<Database>) =>
  tx.selectFrom("record").selectAll().orderBy("rev").orderBy("entity").orderBy("id");

const rowsSince = prepared((db, slot: SlotOf<"companyId" | "cursor" | "most">) =>
  recordsInOrder(db)
    .where("company_id", "=", slot<string>("companyId"))
    .where("rev", ">", slot<number>("cursor"))
    .limit(slot<number>("most")),
);

/** The estimate a record belongs to, by what its fields say; an estimate belongs to itself. */
export function estimateIdOf(entity: EntityName, id: string, fields: AnyFields): string | null {
  if (entity === "estimate") return id;
  const estimateId = fields["estimateId"];
  return typeof estimateId === "string" ? estimateId : null;
}

function toRow(
  companyId: string,
  { entity, id, fields, deleted }: Omit<AnyRecord, "rev" | "updatedBy">,
  { rev, updatedBy, now }: ChangeStamp,
): RecordRow {
  return {
    company_id: companyId,
    entity,
    id,
    estimate_id: estimateIdOf(entity, id, fields),
    fields: JSON.stringify(fields),
    deleted: deleted ? 1 : 0,
    rev,
    updated_by: updatedBy,
    updated_at: now,
  };
}

/** @throws for a table that somebody else has written. */
function entityOf(name: string): EntityName {
  if (!isEntityName(name)) throw new TypeError(`"${name}" is not an entity`);
  return name;
}

/** Rows stay as they were written; whoever reads one gets it with the fields that came later. */
function toRecord(row: RecordRow): AnyRecord {
  const entity = entityOf(row.entity);
  const fields: AnyFields = JSON.parse(row.fields);
  return {
    entity,
    id: row.id,
    fields: withLaterFields(entity, fields),
    deleted: row.deleted !== 0,
    rev: row.rev,
    updatedBy: row.updated_by,
  };
}
