import type { AnyRecord } from "../../../shared/estimate/record.ts";
import type { TaskChoice } from "../../../shared/salesforce/tasks.ts";
import type { Identity } from "../../identity.ts";
import type { StoredTask } from "./task-table.ts";

/** Managers settle every task, estimators those of their own estimates. */
const maySettle = ({ role, userId }: Identity, estimate: AnyRecord): boolean =>
  role === "manager" || (role === "estimator" && estimate.fields["estimatorId"] === userId);

/** What a person may do about a task; nothing for whoever may not settle it. */
export function choicesFor(
  identity: Identity,
  { kind, canOverride }: Pick<StoredTask, "kind" | "canOverride">,
  estimate: AnyRecord,
): readonly TaskChoice[] {
  if (!maySettle(identity, estimate)) return [];
  if (kind !== "duplicate") return ["retry", "dismiss"];
  return ["use-match", ...(canOverride ? (["create-anyway"] as const) : []), "retry", "dismiss"];
}
