import type { Transaction } from "kysely";
import type { Fields } from "../../shared/estimate/entities.ts";
import { asRecordOf, type RecordOf } from "../../shared/estimate/record.ts";
import type { Clash } from "../../shared/sync/operations.ts";
import type { Identity } from "../identity.ts";
import type { Database } from "../store/schema.ts";

type Tx = Transaction<Database>;

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
  tx: Tx,
  author: Identity,
  clash: Clash & { readonly estimateId: string | null },
  mutationId: string,
  operationIndex: number,
): Promise<ConflictToKeep> {
  const { entity, id: entityId, field, estimateId } = clash;
  const open = await openConflicts(tx, author, estimateId);
  const extended = open.find(
    (conflict) =>
      conflict.entity === entity &&
      conflict.entityId === entityId &&
      conflict.field === field &&
      conflict.mine === jsonText(clash.base),
  );
  const values = { theirs: jsonText(clash.theirs), mine: jsonText(clash.mine) };
  if (extended !== undefined) {
    const { id, ...fields } = extended;
    return { id, fields: { ...fields, ...values } };
  }
  return {
    id: `${mutationId}-${operationIndex}`,
    fields: {
      estimateId,
      entity,
      entityId,
      field,
      base: jsonText(clash.base),
      ...values,
      mutationId,
      authorName: author.userName,
      state: "open",
    },
  };
}

async function openConflicts(
  tx: Tx,
  author: Identity,
  estimateId: string | null,
): Promise<readonly RecordOf<"conflict">[]> {
  const rows = await tx
    .selectFrom("record")
    .select(["id", "fields"])
    .where("company_id", "=", author.companyId)
    .where("entity", "=", "conflict")
    .where("estimate_id", estimateId === null ? "is" : "=", estimateId)
    .where("updated_by", "=", author.userId)
    .where("deleted", "=", 0)
    .execute();
  return rows.flatMap((row) => {
    const conflict = asRecordOf("conflict", row.id, JSON.parse(row.fields));
    return conflict?.state === "open" ? [conflict] : [];
  });
}
