import type { RecordOf } from "../../../shared/estimate/record.ts";
import type { Local } from "../local.ts";
import type { RejectedEdit } from "../rows.ts";

/** The tray: edits the server refused, the oldest first (ids are made in the order of time). */
export const listRejected = ({ database }: Local): Promise<readonly RejectedEdit[]> =>
  database.rejected.orderBy("id").toArray();

/** Every edit that met another one, settled or not, in the order they were made; of one estimate, or of all. */
export async function listAllConflicts(
  { database }: Local,
  estimateId?: string,
): Promise<readonly RecordOf<"conflict">[]> {
  return estimateId === undefined
    ? database.conflict.toArray()
    : database.conflict.where("estimateId").equals(estimateId).sortBy("id");
}

/** Edits that met another edit and wait for a person to choose; of one estimate, or of all. */
export async function listConflicts(
  local: Local,
  estimateId?: string,
): Promise<readonly RecordOf<"conflict">[]> {
  const conflicts = await listAllConflicts(local, estimateId);
  return conflicts.filter(({ state }) => state === "open");
}
