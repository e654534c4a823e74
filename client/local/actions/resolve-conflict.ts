import { type Choice, resolutionOperations } from "../../../shared/sync/conflict-resolution.ts";
import { asRecordOf } from "../../../shared/estimate/record.ts";
import { isEntityName } from "../../../shared/estimate/entities.ts";
import { readState } from "../database.ts";
import type { Local } from "../local.ts";
import { mutate } from "../mutate.ts";
import type { SaveResult } from "../save-result.ts";
import { restoreSurfaces } from "./restore-surfaces.ts";

/**
 * Settles what two people do not agree about. If somebody settles it first, the server refuses this one and says so
 * in the tray. A room that comes back with it does so with what was painted in it.
 *
 * `missing`: it has been settled already, or what it is about is not on this tablet.
 */
export async function resolveConflict(
  local: Local,
  conflictId: string,
  choice: Choice,
): Promise<SaveResult<void>> {
  const settled = await settle(local, conflictId, choice);
  if (!settled.ok) return settled;
  const areaId = settled.value;
  return areaId === null ? { ok: true, value: undefined } : restoreSurfaces(local, areaId);
}

/** @returns the room that it brings back. */
const settle = (
  local: Local,
  conflictId: string,
  choice: Choice,
): Promise<SaveResult<string | null>> =>
  mutate(local, async (database) => {
    const row = await database.conflict.get(conflictId);
    if (!row || row.state !== "open" || !isEntityName(row.entity)) return { code: "missing" };
    const standing = await readState(database, { entity: row.entity, id: row.entityId });
    const { id, ...fields } = row;
    const conflict = asRecordOf("conflict", id, fields);
    const operations = conflict && resolutionOperations(conflict, standing, choice);
    if (!operations) return { code: "missing" };
    return {
      name: "conflict.resolve",
      estimateId: row.estimateId ?? "",
      operations,
      value: operations.find(({ op, entity }) => op === "restore" && entity === "area")?.id ?? null,
      undoable: false,
    };
  });
