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
const MAX_SEARCHED = 2000;

/** Who made what, during a push: the log of an estimate is read once, however many clashes there are in it. */
export interface Authorship {
  /**
   * Who made a field what it is, by the log; where the log does not tell, who changed its record last.
   *
   * @returns null when there is no such record.
   */
  of(place: Place): Promise<Author | null>;
}

interface Edit extends Author {
  readonly body: string;
  /** Read from the body when somebody asks for one of its records. */
  operations: readonly Operation[] | null;
}

export function createAuthorship(tx: Transaction<Database>, companyId: string): Authorship {
  const logs = new Map<string, Promise<Edit[]>>();
  return {
    async of(place) {
      // Without an estimate it is all of the company's customers and price books: only what names the record.
      const key = place.estimateId ?? ` ${place.id}`;
      const reading = logs.get(key) ?? readEdits(tx, companyId, place);
      logs.set(key, reading);
      const made = (await reading).find(
        (edit) => edit.body.includes(place.id) && makes(edit, place),
      );
      return made ? { name: made.name, at: made.at } : authorOfRecord(tx, companyId, place);
    },
  };
}

async function readEdits(
  tx: Transaction<Database>,
  companyId: string,
  { estimateId, id }: Place,
): Promise<Edit[]> {
  let query = tx
    .selectFrom("mutation")
    .leftJoin("user", "user.id", "mutation.user_id")
    .select(["mutation.body", "mutation.at_server", "user.name"])
    .where("mutation.company_id", "=", companyId)
    .where("mutation.estimate_id", estimateId === null ? "is" : "=", estimateId)
    .where("mutation.outcome", "in", ["applied", "conflict"]);
  if (estimateId === null)
    query = query.where("mutation.body", "like", `%${id.replaceAll(/[\\%_]/g, "_")}%`);
  const rows = await query.orderBy("mutation.rev", "desc").limit(MAX_SEARCHED).execute();
  return rows.map(({ body, name, at_server }) => ({
    body,
    name: name ?? "",
    at: new Date(at_server).toISOString(),
    operations: null,
  }));
}

const operationsSchema = z.array(operationSchema);

function makes(edit: Edit, place: Place): boolean {
  edit.operations ??= operationsOf(edit.body);
  return edit.operations.some((operation) => hasMade(operation, place));
}

function operationsOf(body: string): readonly Operation[] {
  const operations = z.safeParse(operationsSchema, JSON.parse(body));
  return operations.success ? operations.data : [];
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
