import type { Transaction } from "kysely";
import * as z from "zod/mini";
import { type Fields, fieldProblem } from "../../shared/estimate/entities.ts";
import { asRecordOf, type RecordOf } from "../../shared/estimate/record.ts";
import type { Clash } from "../../shared/sync/operations.ts";
import type { Identity } from "../identity.ts";
import type { Database } from "../store/schema.ts";
import { lastAuthor } from "./last-author.ts";
import type { WorkingSet } from "./working-set.ts";

interface ConflictContext {
  readonly tx: Transaction<Database>;
  /** Of the author of the edit. */
  readonly identity: Identity;
  readonly records: WorkingSet;
}

export interface ConflictToKeep {
  readonly id: string;
  readonly fields: Fields<"conflict">;
}

const jsonText = (value: unknown): string => JSON.stringify(value ?? null);

/**
 * What keeps an author's value that met another edit. A chain of the author's own edits (the next one saw
 * the value that is kept already) extends the open conflict instead of opening one for every key (R6).
 *
 * @param operationIndex makes the id: the same mutation always keeps the same conflict.
 */
export async function conflictOf(
  { tx, identity, records }: ConflictContext,
  clash: Clash & { readonly estimateId: string | null },
  mutation: { readonly id: string; readonly at: string },
  operationIndex: number,
): Promise<ConflictToKeep> {
  const { entity, id: entityId, field, estimateId } = clash;
  const open = await openConflicts({ tx, identity, records }, estimateId);
  const extended = open.find(
    (conflict) =>
      conflict.entity === entity &&
      conflict.entityId === entityId &&
      conflict.field === field &&
      conflict.mine === jsonText(clash.base),
  );
  const place = { entity, id: entityId, field, standing: clash.theirs, estimateId };
  const author = await lastAuthor(tx, identity.companyId, place);
  const values = {
    theirs: jsonText(clash.theirs),
    mine: jsonText(clash.mine),
    authorAt: instantOrNull(mutation.at),
    theirsName: author?.name ?? "",
    theirsAt: author?.at ?? null,
  };
  if (extended !== undefined) {
    const { id, ...fields } = extended;
    return {
      id,
      fields: { ...fields, ...values, values: withValue(wantedBefore(fields), clash.mine) },
    };
  }
  return {
    id: `${mutation.id}-${operationIndex}`,
    fields: {
      estimateId,
      entity,
      entityId,
      field,
      base: jsonText(clash.base),
      ...values,
      mutationId: mutation.id,
      authorName: identity.userName,
      state: "open",
      values: withValue("[]", clash.mine),
      resolution: null,
      resolvedBy: "",
      resolvedAt: null,
    },
  };
}

/** Tablets send what they like as a time; only a moment that a calendar has is kept. */
const instantOrNull = (text: string): string | null =>
  fieldProblem("conflict", "authorAt", text) === null ? text : null;

/** A conflict from before schema 3 has no list yet. */
const wantedBefore = ({ values, mine }: Fields<"conflict">): string =>
  values === "[]" ? `[${mine}]` : values;

const valuesSchema = z.array(z.unknown());

/** Nothing that somebody wanted is forgotten, not even what they typed over later. */
const withValue = (values: string, value: unknown): string =>
  JSON.stringify([...z.parse(valuesSchema, JSON.parse(values)), value ?? null]);

/** As they stand inside the mutation: one that it closes is open no more, one that it has extended stays extended. */
async function openConflicts(
  { tx, identity, records }: ConflictContext,
  estimateId: string | null,
): Promise<readonly RecordOf<"conflict">[]> {
  const rows = await tx
    .selectFrom("record")
    .select("id")
    .where("company_id", "=", identity.companyId)
    .where("entity", "=", "conflict")
    .where("estimate_id", estimateId === null ? "is" : "=", estimateId)
    .where("updated_by", "=", identity.userId)
    .where("deleted", "=", 0)
    .execute();
  const open: RecordOf<"conflict">[] = [];
  for (const { id } of rows) {
    const conflict = asRecordOf("conflict", id, (await records.read("conflict", id))?.fields);
    if (conflict?.state === "open") open.push(conflict);
  }
  return open;
}
