import type { MutationName } from "../../shared/sync/mutation.ts";
import {
  overlayOperation,
  type Operation,
  type RecordState,
} from "../../shared/sync/operations.ts";
import { type PaintboxDatabase, readState, writeState } from "./database.ts";
import { draftProblem, standingProblem } from "./draft-problem.ts";
import {
  inverseStep,
  newestOf,
  recordHistory,
  spendHistory,
  type SpentHistory,
} from "./history.ts";
import { instantOf, type Local } from "./local.ts";
import { appendToOutbox, newestInOutbox } from "./outbox.ts";
import type { HistoryRow, HistoryStep } from "./rows.ts";
import type { SaveError, SaveResult } from "./save-result.ts";
import { saving } from "./saving.ts";
import { ensureShadow, settle, targetKey } from "./shadow.ts";

/** What a plan wants to happen, from the values it read in the same transaction. */
export interface Draft<T> {
  readonly name: MutationName;
  /** The estimate, or draft of the price book, whose history this edit belongs to; empty for a customer's. */
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

/**
 * The only writer of a painter's edits: view, shadow, outbox and history change in one strict
 * transaction, or nothing does. Resolves with `ok` after that transaction completed, so the screen may
 * say "on this tablet" and mean it.
 *
 * @param plan reads what it needs inside the transaction and says which operations follow from it.
 */
export async function mutate<T>(local: Local, plan: Plan<T>): Promise<SaveResult<T>> {
  if (local.readOnly) return { ok: false, error: { code: "read_only" } };
  const { database } = local;
  const mutationId = local.newId();
  let written: readonly Operation[] = [];
  const saved = await saving(database, () =>
    database.transaction("rw", database.tables, async (): Promise<SaveResult<T>> => {
      const planned = await plan(database);
      if ("code" in planned) return { ok: false, error: planned };
      const operations = local.seen.asMeant(planned.name, planned.operations);
      const draft = { ...planned, operations };
      written = draft.operations;
      const error = await write(local, mutationId, draft);
      return error ? { ok: false, error } : { ok: true, value: draft.value };
    }),
  );
  if (saved.ok) {
    local.seen.noteWritten(written);
    local.onSaved();
  }
  return saved;
}

/**
 * First everything is read, then everything is written, side by side both times: each await is a trip to the disk's
 * thread and back, and on an old tablet a key waits for every one of them.
 */
async function write(
  local: Local,
  mutationId: string,
  draft: Draft<unknown>,
): Promise<SaveError | null> {
  const { database } = local;
  const { estimateId, name, operations, spends } = draft;
  const [error, changes, lastEdit, lastStep] = await Promise.all([
    draftProblem(name, operations) ?? standingProblem(database, draft),
    changesOf(database, operations),
    newestInOutbox(database),
    isRemembered(draft) ? newestOf(database, estimateId, "undo") : undefined,
  ]);
  if (error) return error;
  if (!changes) return { code: "missing" };
  if (operations.length === 0) {
    if (spends) await spendHistory(database, spends, []);
    return null;
  }
  const entry = { id: mutationId, name, operations, at: instantOf(local), estimateId };
  const [cancelled] = await Promise.all([
    appendToOutbox(database, entry, lastEdit),
    show(database, changes),
    keepHistory(database, draft, inverseOf(changes), lastStep),
  ]);
  await settle(database, cancelled);
  return null;
}

async function show(database: PaintboxDatabase, changes: readonly Change[]): Promise<void> {
  for (const { operation, before, after } of changes)
    await Promise.all([
      ensureShadow(database, operation, before),
      writeState(database, operation, after),
    ]);
}

const isRemembered = ({ estimateId, undoable, spends }: Draft<unknown>): boolean =>
  !spends && undoable !== false && estimateId !== "";

async function keepHistory(
  database: PaintboxDatabase,
  draft: Draft<unknown>,
  steps: readonly HistoryStep[],
  lastStep: HistoryRow | undefined,
): Promise<void> {
  const { estimateId, name, gesture, spends } = draft;
  if (spends) return spendHistory(database, spends, steps);
  if (!isRemembered(draft)) return;
  await recordHistory(database, { estimateId, name, gesture: gesture ?? null, steps }, lastStep);
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
