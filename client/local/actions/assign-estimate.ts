import type { Operation } from "../../../shared/sync/operations.ts";
import type { Local } from "../local.ts";
import { mutate } from "../mutate.ts";
import type { SaveResult } from "../save-result.ts";

export interface Estimator {
  readonly userId: string;
  readonly userName: string;
}

/** Makes an estimate somebody's own: it stays on their tablets however old it gets, and bears their name. */
export const assignEstimate = (
  local: Local,
  id: string,
  { userId, userName }: Estimator,
): Promise<SaveResult<void>> =>
  mutate(local, async (database) => {
    const estimate = await database.estimate.get(id);
    if (!estimate) return { code: "missing" };
    const wanted = { estimatorId: userId, estimatorName: userName };
    const operations = (["estimatorId", "estimatorName"] as const).flatMap(
      (field): readonly Operation[] =>
        estimate[field] === wanted[field]
          ? []
          : [
              {
                op: "set",
                entity: "estimate",
                id,
                field,
                from: estimate[field],
                to: wanted[field],
              },
            ],
    );
    return { name: "estimate.assign", estimateId: id, operations, value: undefined };
  });
