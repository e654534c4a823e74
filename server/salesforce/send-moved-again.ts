import type { Transaction } from "kysely";
import type { TaskKind } from "../../shared/salesforce/tasks.ts";
import type { AcceptedEstimatePayload } from "../outbox/jobs.ts";
import type { Database } from "../store/schema.ts";
import type { Change } from "./put-changes.ts";
import { isRefused, sendAgain } from "./send-again.ts";
import { endTasks, openTasks } from "./tasks/task-table.ts";

/**
 * Of what has been moved to another customer, queues the estimates once more that Salesforce had refused for a reason
 * which the move has cured.
 *
 * @returns all that was moved, those with it.
 */
export async function sendMovedAgain(
  tx: Transaction<Database>,
  companyId: string,
  moved: readonly Change[],
  cured: TaskKind,
  by: Pick<AcceptedEstimatePayload, "userId">,
  now: number,
): Promise<readonly Change[]> {
  if (!moved.some((change) => change.entity === "estimate" && isRefused(change))) return moved;
  const tasks = (await openTasks(tx, companyId)).filter(({ kind }) => kind === cured);
  const refused = new Set(tasks.map(({ estimateId }) => estimateId));
  const changes: Change[] = [];
  for (const change of moved) {
    const isCured = change.entity === "estimate" && isRefused(change) && refused.has(change.id);
    if (isCured) await endTasks(tx, companyId, change.id, now);
    changes.push(isCured ? await sendAgain(tx, companyId, change, by, now) : change);
  }
  return changes;
}
