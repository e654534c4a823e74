import type { Transaction } from "kysely";
import * as z from "zod/mini";
import type { EntityName } from "../../shared/estimate/entities.ts";
import { type Operation, operationSchema } from "../../shared/sync/operations.ts";
import type { Database } from "../store/schema.ts";

export interface Author {
  /** Empty for a change that came from Salesforce or from the server itself. */
  readonly name: string;
  /** ISO 8601, by the server's clock. */
  readonly at: string;
}

interface Place {
  readonly entity: EntityName;
  readonly id: string;
  /** A field, or `*` for the record as a whole. */
  readonly field: string;
  /** What stands in the field; for a whole record its fields, or null where it was removed. */
  readonly standing: unknown;
  readonly estimateId: string | null;
}

/** Edits of one estimate that are looked through, newest first: more than a house gets in its life. */
const MAX_SEARCHED = 1000;

/**
 * Who made a field what it is, by the log; where the log does not tell, who changed its record last.
 *
 * @returns null when there is no such record.
 */
export const lastAuthor = async (
  tx: Transaction<Database>,
  companyId: string,
  place: Place,
): Promise<Author | null> =>
  (await authorInLog(tx, companyId, place)) ?? (await authorOfRecord(tx, companyId, place));

async function authorInLog(
  tx: Transaction<Database>,
  companyId: string,
  place: Place,
): Promise<Author | null> {
  const rows = await tx
    .selectFrom("mutation")
    .leftJoin("user", "user.id", "mutation.user_id")
    .select(["mutation.body", "mutation.at_server", "user.name"])
    .where("mutation.company_id", "=", companyId)
    .where("mutation.estimate_id", place.estimateId === null ? "is" : "=", place.estimateId)
    .where("mutation.outcome", "in", ["applied", "conflict"])
    .where("mutation.body", "like", `%${place.id.replaceAll(/[\\%_]/g, "_")}%`)
    .orderBy("mutation.rev", "desc")
    .limit(MAX_SEARCHED)
    .execute();
  const row = rows.find(({ body }) => changes(body, place));
  return row === undefined
    ? null
    : { name: row.name ?? "", at: new Date(row.at_server).toISOString() };
}

const operationsSchema = z.array(operationSchema);

function changes(body: string, place: Place): boolean {
  const operations = z.safeParse(operationsSchema, JSON.parse(body));
  return operations.success && operations.data.some((operation) => hasMade(operation, place));
}

/** An edit that clashed is in the log too, but what it wanted does not stand. */
function hasMade(operation: Operation, { entity, id, field, standing }: Place): boolean {
  if (operation.entity !== entity || operation.id !== id) return false;
  if (field === "*") return (operation.op === "remove") === (standing === null);
  switch (operation.op) {
    case "add":
      return operation.fields[field] === standing;
    case "set":
      return operation.field === field && operation.to === standing;
    case "remove":
    case "restore":
      return false;
  }
}

async function authorOfRecord(
  tx: Transaction<Database>,
  companyId: string,
  { entity, id }: Place,
): Promise<Author | null> {
  const row = await tx
    .selectFrom("record")
    .leftJoin("user", "user.id", "record.updated_by")
    .select(["record.updated_at", "user.name"])
    .where("record.company_id", "=", companyId)
    .where("record.entity", "=", entity)
    .where("record.id", "=", id)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { name: row.name ?? "", at: new Date(row.updated_at).toISOString() };
}
