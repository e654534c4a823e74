import { isForManagers } from "../../../shared/sync/book-mutations.ts";
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
  const overtaken: HistoryRow[] = [];
  const entries = await historyOf(database, estimateId, stack).toArray();
  for (const carriedOut of entries.toReversed()) {
    const operations = await operationsOf(database, carriedOut);
    if (operations.length > 0)
      return {
        name: nameOf(stack, operations),
        estimateId,
        operations,
        value: carriedOut.name,
        spends: { carriedOut, overtaken },
      };
    overtaken.push(carriedOut);
  }
  const spends = { carriedOut: null, overtaken };
  return { name: nameOf(stack, []), estimateId, operations: [], value: null, spends };
}

/** The server takes edits of a price book's draft by their own names only, also those that take one back. */
function nameOf(stack: HistoryRow["stack"], operations: readonly Operation[]): MutationName {
  if (!isForManagers("edit.undo", operations)) return stack === "undo" ? "edit.undo" : "edit.redo";
  const draft = operations.find(({ entity }) => entity === "bookDraft");
  if (draft?.op === "restore") return "book.draft";
  return draft?.op === "remove" ? "book.discard" : "book.edit";
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
