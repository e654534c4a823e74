import { isEntityName, type Scalar } from "../../../shared/estimate/entities.ts";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { type MutationName, mutationNames } from "../../../shared/sync/mutation.ts";
import type { Local } from "../local.ts";
import type { SaveResult } from "../save-result.ts";
import { resolveConflict } from "./resolve-conflict.ts";
import { setAnyField } from "./set-field.ts";

type Conflict = Pick<RecordOf<"conflict">, "id" | "entity" | "entityId" | "field">;

/**
 * A third value for a field that two people changed: it settles their conflict, and where somebody has settled that
 * meanwhile it is an edit of the field like any other.
 *
 * `missing`: the record is not on this tablet, or was removed.
 *
 * @param value what can stand in the field.
 */
export async function resolveWithAnother(
  local: Local,
  { id: conflictId, entity, entityId: id, field }: Conflict,
  value: Scalar,
): Promise<SaveResult<void>> {
  const settled = await resolveConflict(local, conflictId, { keep: "other", value });
  const name = editOf(entity);
  if (settled.ok || settled.error.code !== "missing" || !name || !isEntityName(entity))
    return settled;
  return setAnyField(local, { name, entity, id, field, value });
}

/** What an edit of one of its fields is called: "area.edit". */
const editOf = (entity: string): MutationName | undefined =>
  mutationNames.find((name) => name === `${entity}.edit`);
