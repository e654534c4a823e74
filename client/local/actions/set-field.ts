import type { EntityName, FieldName, Fields, Scalar } from "../../../shared/estimate/entities.ts";
import type { MutationName } from "../../../shared/sync/mutation.ts";
import { fieldsOf } from "../database.ts";
import type { Local } from "../local.ts";
import { mutate } from "../mutate.ts";
import type { SaveResult } from "../save-result.ts";

export interface FieldEdit<E extends EntityName, F extends FieldName<E>> extends AnyFieldEdit {
  readonly entity: E;
  readonly field: F;
  readonly value: Fields<E>[F] & Scalar;
}

/** An edit of a field that only the data names. */
export interface AnyFieldEdit {
  readonly name: MutationName;
  readonly entity: EntityName;
  readonly id: string;
  readonly field: string;
  readonly value: Scalar;
  readonly gesture?: string | undefined;
}

/** Sets one field of one record, from the value that its author saw (`mutate`). The same value again is no edit. */
export const setField = <E extends EntityName, F extends FieldName<E>>(
  local: Local,
  edit: FieldEdit<E, F>,
): Promise<SaveResult<void>> => setAnyField(local, edit);

/** {@link setField} where the field is not known before; whoever calls has checked the value. */
export const setAnyField = (
  local: Local,
  { name, entity, id, field, value, gesture }: AnyFieldEdit,
): Promise<SaveResult<void>> =>
  mutate(local, async (database) => {
    const row = await database.rows(entity).get(id);
    const from = row && fieldsOf(entity, row)[field];
    if (!row || from === undefined) return { code: "missing" };
    const operations =
      from === value ? [] : [{ op: "set" as const, entity, id, field, from, to: value }];
    return { name, estimateId: estimateOf(entity, row), operations, value: undefined, gesture };
  });

function estimateOf(entity: EntityName, row: { readonly [name: string]: unknown; id: string }) {
  if (entity === "estimate") return row.id;
  const estimateId = row["estimateId"];
  return typeof estimateId === "string" ? estimateId : "";
}
