import type { AnyFields } from "../../shared/estimate/record.ts";
import { type EntityName, serverFields } from "../../shared/estimate/entities.ts";
import type { Operation, RecordState } from "../../shared/sync/operations.ts";
import type { PaintboxDatabase } from "./database.ts";
import type { HistoryRow, HistoryStep } from "./rows.ts";

/** A day's work on one house; older steps are forgotten, the edits themselves are not. */
export const MAX_UNDO_STEPS = 200;

/** The step that takes an operation back, given the record just before and just after it. */
export function inverseStep(operation: Operation, before: RecordState | undefined): HistoryStep {
  const { entity, id } = operation;
  switch (operation.op) {
    case "add":
      return { op: "remove", entity, id, expect: operation.fields };
    case "set":
      return {
        op: "set",
        entity,
        id,
        field: operation.field,
        expect: operation.to,
        to: operation.from,
      };
    case "remove":
      return { op: "restore", entity, id };
    case "restore":
      return { op: "remove", entity, id, expect: before?.fields ?? {} };
  }
}

/** Whether a record is as its author left it, but for what the server fills in by itself. */
function isAsLeft(entity: EntityName, expected: AnyFields, actual: AnyFields): boolean {
  const filledIn: object = serverFields[entity] ?? {};
  const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  return [...names].every(
    (name) => Object.hasOwn(filledIn, name) || expected[name] === actual[name],
  );
}

/** The operation a step means now, or null when another edit has overtaken it. */
export function operationFor(step: HistoryStep, state: RecordState | undefined): Operation | null {
  if (!state) return null;
  const { entity, id } = step;
  switch (step.op) {
    case "set": {
      const from = state.fields[step.field];
      if (state.deleted || from === undefined || from !== step.expect) return null;
      return { op: "set", entity, id, field: step.field, from, to: step.to };
    }
    case "remove":
      return !state.deleted && isAsLeft(entity, step.expect, state.fields)
        ? { op: "remove", entity, id, seen: state.fields }
        : null;
    case "restore":
      return state.deleted ? { op: "restore", entity, id } : null;
  }
}

export const historyOf = (
  database: PaintboxDatabase,
  estimateId: string,
  stack: HistoryRow["stack"],
) => database.history.where("[estimateId+stack]").equals([estimateId, stack]);

/** The newest entry of a stack: entries of one key are in the order of their position. */
export const newestOf = (
  database: PaintboxDatabase,
  estimateId: string,
  stack: HistoryRow["stack"],
): Promise<HistoryRow | undefined> => historyOf(database, estimateId, stack).last();

/** One typed field is one step: the newer keys move its `expect`, the value to go back to stays. */
function mergeSteps(
  earlier: readonly HistoryStep[],
  later: readonly HistoryStep[],
): readonly HistoryStep[] | null {
  const merged = [...earlier];
  for (const step of later) {
    const index = merged.findIndex((other) => other.entity === step.entity && other.id === step.id);
    const other = merged[index];
    if (step.op !== "set") return null;
    // What was born with the gesture's first key goes as a whole.
    if (other?.op === "remove")
      merged[index] = { ...other, expect: { ...other.expect, [step.field]: step.expect } };
    else if (other?.op === "set" && other.field === step.field)
      merged[index] = { ...other, expect: step.expect };
    else return null;
  }
  return merged.filter((step) => step.op !== "set" || step.expect !== step.to);
}

/**
 * Remembers how to take an edit back; whatever could be redone until now no longer can.
 *
 * @param last the newest entry of the estimate's undo stack.
 */
export async function recordHistory(
  database: PaintboxDatabase,
  entry: Omit<HistoryRow, "position" | "stack">,
  last: HistoryRow | undefined,
): Promise<void> {
  const isSameGesture = entry.gesture !== null && last?.gesture === entry.gesture;
  const merged = isSameGesture ? mergeSteps(last.steps, entry.steps) : null;
  await Promise.all([
    historyOf(database, entry.estimateId, "redo").delete(),
    last && merged ? replaceSteps(database, last, merged) : addEntry(database, entry),
  ]);
}

async function replaceSteps(
  database: PaintboxDatabase,
  row: HistoryRow,
  steps: readonly HistoryStep[],
): Promise<void> {
  if (steps.length > 0) await database.history.put({ ...row, steps });
  else if (row.position !== undefined) await database.history.delete(row.position);
}

async function addEntry(
  database: PaintboxDatabase,
  entry: Omit<HistoryRow, "position" | "stack">,
): Promise<void> {
  await database.history.add({ ...entry, stack: "undo" });
  const all = historyOf(database, entry.estimateId, "undo");
  const surplus = (await all.count()) - MAX_UNDO_STEPS;
  if (surplus > 0) await all.limit(surplus).delete();
}

/** What undo or redo uses up: the entry it carries out, and entries that other edits have overtaken. */
export interface SpentHistory {
  readonly carriedOut: HistoryRow | null;
  readonly overtaken: readonly HistoryRow[];
}

/** Moves an entry to the other stack, with the steps that would take this one back in turn. */
export async function spendHistory(
  database: PaintboxDatabase,
  { carriedOut, overtaken }: SpentHistory,
  steps: readonly HistoryStep[],
): Promise<void> {
  const spent = carriedOut ? [...overtaken, carriedOut] : overtaken;
  await database.history.bulkDelete(
    spent.map((row) => row.position).filter((position) => position !== undefined),
  );
  if (!carriedOut) return;
  const { estimateId, name, stack } = carriedOut;
  const other = stack === "undo" ? "redo" : "undo";
  await database.history.add({ estimateId, name, stack: other, gesture: null, steps });
}
