import type { MutationName } from "../../../shared/sync/mutation.ts";
import type { Operation } from "../../../shared/sync/operations.ts";
import { type PaintboxDatabase, readState } from "../database.ts";
import { historyOf, operationFor } from "../history.ts";
import type { Local } from "../local.ts";
import { type Draft, mutate } from "../mutate.ts";
import type { HistoryRow } from "../rows.ts";
import type { SaveResult } from "../save-result.ts";

type Undone = MutationName | null;

/**
 * Takes the newest step of an estimate back, as an edit of its own that syncs like any other. Steps that
 * another edit has overtaken are passed over: undo never takes back what somebody else did.
 *
 * @returns what was undone, or null when nothing was left.
 */
export const undo = (local: Local, estimateId: string): Promise<SaveResult<Undone>> =>
  mutate(local, (database) => planStep(database, estimateId, "undo"));

/** Does again what was last undone. */
export const redo = (local: Local, estimateId: string): Promise<SaveResult<Undone>> =>
  mutate(local, (database) => planStep(database, estimateId, "redo"));

async function planStep(
  database: PaintboxDatabase,
  estimateId: string,
  stack: HistoryRow["stack"],
): Promise<Draft<Undone>> {
  const name = stack === "undo" ? "edit.undo" : "edit.redo";
  const overtaken: HistoryRow[] = [];
  const entries = await historyOf(database, estimateId, stack).toArray();
  for (const carriedOut of entries.toReversed()) {
    const operations = await operationsOf(database, carriedOut);
    if (operations.length > 0)
      return {
        name,
        estimateId,
        operations,
        value: carriedOut.name,
        spends: { carriedOut, overtaken },
      };
    overtaken.push(carriedOut);
  }
  return { name, estimateId, operations: [], value: null, spends: { carriedOut: null, overtaken } };
}

async function operationsOf(
  database: PaintboxDatabase,
  { steps }: HistoryRow,
): Promise<readonly Operation[]> {
  const operations: Operation[] = [];
  for (const step of steps) {
    const operation = operationFor(step, await readState(database, step));
    if (operation) operations.push(operation);
  }
  return operations;
}
