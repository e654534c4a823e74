import { withLaterFields } from "../estimate/later-fields.ts";
import type { MutationName } from "./mutation.ts";
import type { Operation } from "./operations.ts";

/**
 * A mutation's operations as today's schema writes them, from those of any earlier one: records are added, and
 * seen when they are removed, with the fields that came later, and an acceptance has its day. Operations of
 * today stay as they are.
 */
export const upcastOperations = (
  name: MutationName,
  operations: readonly Operation[],
): Operation[] => [...operations.map(upcastOperation), ...acceptanceDay(name, operations)];

function upcastOperation(operation: Operation): Operation {
  switch (operation.op) {
    case "add":
      return { ...operation, fields: withLaterFields(operation.entity, operation.fields) };
    case "remove":
      return { ...operation, seen: withLaterFields(operation.entity, operation.seen) };
    case "set":
    case "restore":
      return operation;
  }
}

const dayOf = (instant: unknown): string | null =>
  typeof instant === "string" ? instant.slice(0, 10) : null;

/** Before schema 2 an acceptance had no day of its own: prices went by the day of its moment in UTC. */
function acceptanceDay(name: MutationName, operations: readonly Operation[]): readonly Operation[] {
  if (name !== "estimate.accept" && name !== "estimate.reopen") return [];
  const sets = operations.filter((operation) => operation.op === "set");
  const moment = sets.find(({ field }) => field === "acceptedAt");
  if (!moment || sets.some(({ field }) => field === "acceptedOn")) return [];
  const { id } = moment;
  const [from, to] = [dayOf(moment.from), dayOf(moment.to)];
  return [{ op: "set", entity: "estimate", id, field: "acceptedOn", from, to }];
}
