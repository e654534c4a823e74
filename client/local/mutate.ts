import { type EntityName, fieldProblem, serverEntities } from "../../shared/estimate/entities.ts";
import { asRecordOf } from "../../shared/estimate/record.ts";
import { MAX_OPERATIONS, type MutationName } from "../../shared/sync/mutation.ts";
import {
  overlayOperation,
  type Operation,
  type RecordState,
} from "../../shared/sync/operations.ts";
import { type PaintboxDatabase, readState, writeState } from "./database.ts";
import { inverseStep, recordHistory, spendHistory, type SpentHistory } from "./history.ts";
import { instantOf, type Local } from "./local.ts";
import { appendToOutbox, type NewOutboxRow } from "./outbox.ts";
import type { HistoryStep } from "./rows.ts";
import type { SaveError, SaveResult } from "./save-result.ts";
import { ensureShadow, targetKey } from "./shadow.ts";
import { withReopening } from "./storage-errors.ts";

/** What a plan wants to happen, from the values it read in the same transaction. */
export interface Draft<T> {
  readonly name: MutationName;
  /** The estimate whose history and header this edit belongs to; empty for a customer's. */
  readonly estimateId: string;
  /** None: nothing would change, and nothing is written. */
  readonly operations: readonly Operation[];
  readonly value: T;
  /** Edits with the same gesture, one focus of one field, become one undo step. */
  readonly gesture?: string | undefined;
  /** False for what undo must not take back: births, acceptance, and undo itself. */
  readonly undoable?: boolean | undefined;
  /** Set by undo and redo: the history entries this edit uses up. */
  readonly spends?: SpentHistory | undefined;
}

export type Plan<T> = (database: PaintboxDatabase) => Promise<Draft<T> | SaveError>;

interface Change {
  readonly operation: Operation;
  readonly before: RecordState | undefined;
  readonly after: RecordState;
}

/** An edit that may happen without its estimate standing there as a draft. */
const bornOrRevived: ReadonlySet<MutationName> = new Set([
  "estimate.create",
  "edit.undo",
  "edit.redo",
]);

/**
 * The only writer of a painter's edits: view, shadow, outbox and history change in one strict
 * transaction, or nothing does. Resolves with `ok` after that transaction completed, so the screen may
 * say "on this tablet" and mean it.
 *
 * @param plan reads what it needs inside the transaction and says which operations follow from it.
 */
export async function mutate<T>(local: Local, plan: Plan<T>): Promise<SaveResult<T>> {
  const { database } = local;
  const mutationId = local.newId();
  const saved = await withReopening(database, () =>
    database.transaction("rw", database.tables, async (): Promise<SaveResult<T>> => {
      const draft = await plan(database);
      if ("code" in draft) return { ok: false, error: draft };
      const error = await write(local, mutationId, draft);
      return error ? { ok: false, error } : { ok: true, value: draft.value };
    }),
  );
  if (saved.ok) local.onSaved();
  return saved;
}

async function write(
  local: Local,
  mutationId: string,
  draft: Draft<unknown>,
): Promise<SaveError | null> {
  const { database } = local;
  const { estimateId, name, operations } = draft;
  const error = draftProblem(operations) ?? (await standingProblem(database, draft));
  if (error) return error;
  if (operations.length === 0) {
    if (draft.spends) await spendHistory(database, draft.spends, []);
    return null;
  }
  const changes = await changesOf(database, operations);
  if (!changes) return { code: "missing" };
  const entry = { id: mutationId, name, operations, at: instantOf(local), estimateId };
  // Side by side: they are in different tables, and each await is a trip to the disk's thread and back.
  await Promise.all([
    showAndQueue(database, changes, entry),
    keepHistory(database, draft, inverseOf(changes)),
  ]);
  return null;
}

async function showAndQueue(
  database: PaintboxDatabase,
  changes: readonly Change[],
  entry: NewOutboxRow,
): Promise<void> {
  for (const { operation, before, after } of changes)
    await Promise.all([
      ensureShadow(database, operation, before),
      writeState(database, operation, after),
    ]);
  // Last: an edit that coalesces to nothing settles the view from the shadow.
  await appendToOutbox(database, entry);
}

async function keepHistory(
  database: PaintboxDatabase,
  { estimateId, name, gesture, undoable, spends }: Draft<unknown>,
  steps: readonly HistoryStep[],
): Promise<void> {
  if (spends) return spendHistory(database, spends, steps);
  if (undoable === false || estimateId === "") return;
  await recordHistory(database, { estimateId, name, gesture: gesture ?? null, steps });
}

const inverseOf = (changes: readonly Change[]): readonly HistoryStep[] =>
  changes.map(({ operation, before }) => inverseStep(operation, before)).toReversed();

/** How each operation changes its record, or null when one of them has nothing to act on. */
async function changesOf(
  database: PaintboxDatabase,
  operations: readonly Operation[],
): Promise<readonly Change[] | null> {
  const known = new Map<string, RecordState | undefined>();
  const changes: Change[] = [];
  for (const operation of operations) {
    const key = targetKey(operation);
    const before = known.has(key) ? known.get(key) : await readState(database, operation);
    const alive = before !== undefined && !before.deleted;
    if (operation.op === "add" ? before : operation.op !== "restore" && !alive) return null;
    const after = overlayOperation(before, operation);
    if (!after) return null;
    known.set(key, after);
    changes.push({ operation, before, after });
  }
  return changes;
}

/** The same check the server makes, before anything is written: an edit it refuses is no use to anybody. */
function draftProblem(operations: readonly Operation[]): SaveError | null {
  if (operations.length > MAX_OPERATIONS)
    return { code: "invalid", message: `${operations.length} operations in one edit` };
  for (const operation of operations) {
    const message = operationProblem(operation);
    if (message !== null) return { code: "invalid", message };
  }
  return null;
}

function operationProblem(operation: Operation): string | null {
  const entity: EntityName = operation.entity;
  if (serverEntities.has(entity)) return `${entity} is written by the server`;
  if (operation.op === "set") return fieldProblem(entity, operation.field, operation.to);
  if (operation.op !== "add" || asRecordOf(entity, operation.id, operation.fields)) return null;
  const problems = Object.entries(operation.fields).map(([name, value]) =>
    fieldProblem(entity, name, value),
  );
  return problems.find((problem) => problem !== null) ?? `${entity} lacks a field`;
}

/** What a customer agreed to does not change under them; only reopening touches an accepted estimate. */
async function standingProblem(
  database: PaintboxDatabase,
  { estimateId, name }: Draft<unknown>,
): Promise<SaveError | null> {
  if (estimateId === "") return null;
  const estimate = await database.estimate.get(estimateId);
  if (!estimate) return bornOrRevived.has(name) ? null : { code: "missing" };
  return estimate.status === "accepted" && name !== "estimate.reopen" ? { code: "accepted" } : null;
}
