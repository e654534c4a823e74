import { type EntityName, fieldProblem, serverEntities } from "../../shared/estimate/entities.ts";
import { asRecordOf } from "../../shared/estimate/record.ts";
import { bookOperationProblem, isBookMutation } from "../../shared/sync/book-mutations.ts";
import { MAX_OPERATIONS, type MutationName } from "../../shared/sync/mutation.ts";
import type { Operation } from "../../shared/sync/operations.ts";
import { MAX_MUTATION_CHARACTERS } from "../../shared/sync/wire.ts";
import type { PaintboxDatabase } from "./database.ts";
import type { SaveError } from "./save-result.ts";

/** An edit that may happen without its estimate standing there as a draft. */
const bornOrRevived: ReadonlySet<MutationName> = new Set([
  "estimate.create",
  "estimate.restore",
  "conflict.resolve",
  "edit.undo",
  "edit.redo",
]);

/** The same check the server makes, before anything is written: an edit it refuses is no use to anybody. */
export function draftProblem(
  name: MutationName,
  operations: readonly Operation[],
): SaveError | null {
  if (operations.length > MAX_OPERATIONS)
    return { code: "invalid", message: `${operations.length} operations in one edit` };
  for (const operation of operations) {
    const message = operationProblem(name, operation);
    if (message !== null) return { code: "invalid", message };
  }
  // What does not fit into a request would wait for ever, and everything behind it. Only price books are that long.
  if (isBookMutation(name) && JSON.stringify(operations).length > MAX_MUTATION_CHARACTERS)
    return { code: "invalid", message: `${name} is too long to be sent` };
  return null;
}

function operationProblem(name: MutationName, operation: Operation): string | null {
  const entity: EntityName = operation.entity;
  // One conflict may be closed, in the words of shared/sync/conflict-resolution.ts alone.
  if (name === "conflict.resolve" && entity === "conflict") return null;
  if (serverEntities.has(entity)) return `${entity} is written by the server`;
  if (bookOperationProblem(name, operation) !== null)
    return `${name} does not ${operation.op} ${entity}`;
  if (operation.op === "set") return fieldProblem(entity, operation.field, operation.to);
  if (operation.op !== "add" || asRecordOf(entity, operation.id, operation.fields)) return null;
  const problems = Object.entries(operation.fields).map(([field, value]) =>
    fieldProblem(entity, field, value),
  );
  return problems.find((problem) => problem !== null) ?? `${entity} lacks a field`;
}

/** What a customer agreed to does not change under them; only reopening touches an accepted estimate. */
export async function standingProblem(
  database: PaintboxDatabase,
  { estimateId, name }: { readonly estimateId: string; readonly name: MutationName },
): Promise<SaveError | null> {
  // A price book's edits belong to a draft of their own.
  if (estimateId === "" || isBookMutation(name)) return null;
  const estimate = await database.estimate.get(estimateId);
  if (!estimate) return bornOrRevived.has(name) ? null : { code: "missing" };
  if (estimate.status === "accepted" && name !== "estimate.reopen") return { code: "accepted" };
  return name === "estimate.accept" && (await hasOpenConflict(database, estimateId))
    ? { code: "open_conflicts" }
    : null;
}

/** R7: nobody agrees to what two people do not agree about. */
const hasOpenConflict = async (database: PaintboxDatabase, estimateId: string): Promise<boolean> =>
  (await database.conflict
    .where("estimateId")
    .equals(estimateId)
    .and(({ state }) => state === "open")
    .count()) > 0;
