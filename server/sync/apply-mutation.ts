import type { Transaction } from "kysely";
import { isBookMutation, isForManagers } from "../../shared/sync/book-mutations.ts";
import { isSampleId } from "../../shared/identifiers.ts";
import type { Mutation } from "../../shared/sync/mutation.ts";
import { applyOperation, type Clash, type Operation } from "../../shared/sync/operations.ts";
import type { MutationResult, RejectionReason } from "../../shared/sync/wire.ts";
import type { Identity } from "../identity.ts";
import { ACCEPTED_ESTIMATE, type AcceptedEstimatePayload } from "../outbox/jobs.ts";
import { enqueue, withdraw } from "../outbox/outbox.ts";
import { estimateIdOf } from "../store/records.ts";
import type { Revisions } from "../store/revisions.ts";
import type { Database } from "../store/schema.ts";
import { acceptanceProblem, reopeningProblem } from "./acceptance.ts";
import { acceptanceMutations, operationProblem, serverFieldsOf } from "./authority.ts";
import { bookRefusal } from "./book-authority.ts";
import { conflictOf } from "./conflicts.ts";
import type { Authorship } from "./last-author.ts";
import type { OpenConflicts } from "./open-conflicts.ts";
import { rejectionMessages } from "./rejections.ts";
import { resolutionProblem, settleConflict } from "./resolutions.ts";
import type { WorkingSet } from "./working-set.ts";

export interface MutationContext {
  readonly tx: Transaction<Database>;
  readonly identity: Identity;
  readonly records: WorkingSet;
  readonly revisions: Revisions;
  readonly openConflicts: OpenConflicts;
  readonly authorship: Authorship;
  /** Unix milliseconds. */
  readonly now: number;
}

export interface AppliedMutation {
  readonly result: MutationResult;
  /** The revision of its changes; null when it changed nothing. */
  readonly rev: number | null;
  /** How many of its operations are kept as conflicts. */
  readonly clashes: number;
}

interface IndexedClash extends Clash {
  readonly operationIndex: number;
  readonly estimateId: string | null;
}

type Staged =
  | { readonly ok: true; readonly clashes: readonly IndexedClash[]; readonly changed: boolean }
  | { readonly ok: false; readonly reason: RejectionReason };

/**
 * Applies one mutation, whole or not at all: everything is checked and staged in memory before the first
 * row is written. An operation that clashes keeps its author's value in a conflict record.
 */
export async function applyMutation(
  context: MutationContext,
  mutation: Mutation,
): Promise<AppliedMutation> {
  const { records, identity } = context;
  const refused = (reason: RejectionReason): AppliedMutation => {
    records.discard();
    return { result: rejected(mutation.id, reason), rev: null, clashes: 0 };
  };
  if (identity.role === "painter") return refused("forbidden");
  // A sample stays on its tablet, which never offers it. Were it offered, it would stop here (docs/decisions/0033).
  if (mutation.operations.some(({ id }) => isSampleId(id))) return refused("forbidden");
  if (identity.role !== "manager" && isForManagers(mutation.name, mutation.operations))
    return refused("forbidden");
  const isAcceptance = acceptanceMutations.has(mutation.name);
  const wasAccepted = isAcceptance && (await isAccepted(records, mutation.operations[0]?.id ?? ""));
  if (mutation.name === "conflict.resolve") {
    const reason = await resolutionProblem(records, identity.role, mutation.operations);
    if (reason !== null) return refused(reason);
  }
  const staged = await stageOperations(records, mutation);
  if (!staged.ok) return refused(staged.reason);
  if (isAcceptance) {
    const reason = await acceptanceRefusal(records, mutation, { ...staged, wasAccepted });
    if (reason !== null) return refused(reason);
  }
  if (isBookMutation(mutation.name)) {
    const { name, operations } = mutation;
    const reason = await bookRefusal(records, name, operations, staged.clashes.length > 0);
    if (reason !== null) return refused(reason);
  }
  if (mutation.name === "conflict.resolve") await settleConflict(context, mutation.operations);
  for (const clash of staged.clashes) await stageConflict(context, mutation, clash);
  const rev = await writeChanges(context, mutation);
  const outcome = staged.clashes.length > 0 ? "conflict" : rev === null ? "noop" : "applied";
  const result = { id: mutation.id, outcome, reason: null, message: null } as const;
  return { result, rev, clashes: staged.clashes.length };
}

const rejected = (id: string, reason: RejectionReason): MutationResult => ({
  id,
  outcome: "rejected",
  reason,
  message: rejectionMessages[reason],
});

async function stageOperations(records: WorkingSet, mutation: Mutation): Promise<Staged> {
  const clashes: IndexedClash[] = [];
  let changed = false;
  for (const [operationIndex, sent] of mutation.operations.entries()) {
    const operation = await withSeenDay(records, mutation.name, sent);
    const problem = await operationProblem(records, mutation.name, operation);
    if (problem !== null) return { ok: false, reason: problem };
    const { entity, id } = operation;
    const state = await records.read(entity, id);
    const ignored = new Set(Object.keys(serverFieldsOf(entity)));
    const result = applyOperation(state, operation, ignored);
    switch (result.outcome) {
      case "rejected":
        return { ok: false, reason: result.reason };
      case "clash": {
        const estimateId = estimateIdOf(entity, id, state?.fields ?? {});
        clashes.push({ ...result.clash, operationIndex, estimateId });
        break;
      }
      case "applied":
        changed = true;
        records.stage(entity, id, result.state);
        break;
      case "noop":
        break;
    }
  }
  return { ok: true, clashes, changed };
}

/**
 * Whoever saw the moment of an acceptance has seen which one it was: its day goes with the moment. A tablet of
 * schema 1 does not know the day.
 */
async function withSeenDay(
  records: WorkingSet,
  name: Mutation["name"],
  operation: Operation,
): Promise<Operation> {
  if (name !== "estimate.reopen" || operation.op !== "set") return operation;
  if (operation.entity !== "estimate" || operation.field !== "acceptedOn") return operation;
  const standing = await records.read("estimate", operation.id);
  return { ...operation, from: standing?.fields["acceptedOn"] ?? null };
}

const isAccepted = async (records: WorkingSet, estimateId: string): Promise<boolean> =>
  (await records.read("estimate", estimateId))?.fields["status"] === "accepted";

interface Attempt {
  readonly clashes: readonly Clash[];
  readonly changed: boolean;
  /** Before this mutation. */
  readonly wasAccepted: boolean;
}

/**
 * The further rules of `estimate.accept` and `estimate.reopen`. They happen whole: half an acceptance, kept
 * as a conflict field by field, would mean nothing to anybody.
 */
async function acceptanceRefusal(
  records: WorkingSet,
  mutation: Mutation,
  { clashes, changed, wasAccepted }: Attempt,
): Promise<RejectionReason | null> {
  const estimateId = mutation.operations[0]?.id ?? "";
  if (mutation.operations.some((operation) => operation.id !== estimateId)) return "invalid_field";
  const accepting = mutation.name === "estimate.accept";
  const clashed = clashes.length > 0;
  // Also by somebody who saw the acceptance: what was agreed is reopened before it is agreed anew.
  if (accepting && wasAccepted && (changed || clashed)) return "estimate_accepted";
  if (clashed) {
    const standing = await records.read("estimate", estimateId);
    if (standing?.deleted === true) return "missing_record";
    return accepting ? "total_differs" : "estimate_accepted";
  }
  const problem = accepting
    ? await acceptanceProblem(records, estimateId)
    : await reopeningProblem(records, estimateId);
  if (problem !== null || !changed) return problem;
  const state = await records.read("estimate", estimateId);
  if (state !== undefined) {
    const crm = { crmState: accepting ? "waiting" : "none", crmMessage: null };
    records.stage("estimate", estimateId, { ...state, fields: { ...state.fields, ...crm } });
  }
  return null;
}

async function stageConflict(
  context: MutationContext,
  mutation: Mutation,
  clash: IndexedClash,
): Promise<void> {
  // An earlier mutation of this push may have opened the conflict that this one goes on with.
  await context.records.flush();
  const { id, fields } = await conflictOf(context, clash, mutation, clash.operationIndex);
  context.records.stage("conflict", id, { fields, deleted: false });
}

/** Gives what was staged one revision, and with it the job for Salesforce. */
async function writeChanges(
  { tx, identity, records, revisions, now }: MutationContext,
  mutation: Mutation,
): Promise<number | null> {
  if (!records.hasStaged()) return null;
  const { companyId, userId } = identity;
  const rev = revisions.next();
  records.keep({ rev, updatedBy: userId, now });
  const estimateId = mutation.operations[0]?.id ?? "";
  const job = { companyId, kind: ACCEPTED_ESTIMATE, key: estimateId, now };
  if (mutation.name === "estimate.reopen") await withdraw(tx, job);
  if (mutation.name === "estimate.accept") {
    const payload: AcceptedEstimatePayload = { estimateId, mutationId: mutation.id, userId };
    await enqueue(tx, { ...job, payload: JSON.stringify(payload) }, revisions.next());
  }
  return rev;
}
