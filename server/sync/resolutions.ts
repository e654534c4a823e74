import { isEntityName } from "../../shared/estimate/entities.ts";
import { asRecordOf, type RecordOf } from "../../shared/estimate/record.ts";
import {
  isCarriedOut,
  isHonest,
  readResolution,
  type SentResolution,
} from "../../shared/sync/conflict-resolution.ts";
import { isOfBook } from "../../shared/sync/book-mutations.ts";
import type { Operation } from "../../shared/sync/operations.ts";
import type { RejectionReason } from "../../shared/sync/wire.ts";
import type { Identity } from "../identity.ts";
import type { MutationContext } from "./apply-mutation.ts";
import { valuesOf } from "./conflicts.ts";
import type { WorkingSet } from "./working-set.ts";

/**
 * Why a `conflict.resolve` is not allowed, before anything of it is staged: it closes one open conflict and does to
 * its record what it says (I7).
 */
export async function resolutionProblem(
  records: WorkingSet,
  role: Identity["role"],
  operations: readonly Operation[],
): Promise<RejectionReason | null> {
  const sent = readResolution(operations);
  if (sent === null) return "invalid_field";
  const state = await records.read("conflict", sent.conflictId);
  if (state === undefined || state.deleted) return "missing_record";
  const conflict = asRecordOf("conflict", sent.conflictId, state.fields);
  if (conflict === null) return "invalid_field";
  const isForManagers = isEntityName(conflict.entity) && isOfBook(conflict.entity);
  if (isForManagers && role !== "manager") return "forbidden";
  if (conflict.state !== "open") return "conflict_settled";
  // Whoever chose has not seen what its author has wanted since.
  if (sent.seen !== null && sent.seen !== conflict.mine) return "conflict_settled";
  if (!isHonest(sent, conflict) || !isEntityName(conflict.entity))
    return wasHonest(sent, conflict) ? "conflict_settled" : "invalid_field";
  const standing = await records.read(conflict.entity, conflict.entityId);
  return isCarriedOut(sent, conflict, standing) ? null : "conflict_settled";
}

/** A tablet of an earlier build does not say what it saw: whether it settles the conflict as it was before. */
const wasHonest = (sent: SentResolution, conflict: RecordOf<"conflict">): boolean =>
  valuesOf(conflict).some((value) => isHonest(sent, { ...conflict, mine: JSON.stringify(value) }));

/** Says in the conflict who settled it. Call it once its operations are staged. */
export async function settleConflict(
  { records, identity, now }: MutationContext,
  operations: readonly Operation[],
): Promise<void> {
  const id = operations[0]?.id ?? "";
  const state = await records.read("conflict", id);
  if (state === undefined) return;
  const settled = { resolvedBy: identity.userName, resolvedAt: new Date(now).toISOString() };
  records.stage("conflict", id, { ...state, fields: { ...state.fields, ...settled } });
}
