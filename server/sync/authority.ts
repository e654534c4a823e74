import {
  acceptanceFields,
  type EntityName,
  fieldNames,
  fieldProblem,
  longestValue,
  references,
  type Scalar,
  serverEntities,
  serverFields,
} from "../../shared/estimate/entities.ts";
import type { AnyFields } from "../../shared/estimate/record.ts";
import { bookOperationProblem } from "../../shared/sync/book-mutations.ts";
import type { MutationName } from "../../shared/sync/mutation.ts";
import type { Operation } from "../../shared/sync/operations.ts";
import type { RejectionReason } from "../../shared/sync/wire.ts";
import { estimateIdOf } from "../store/records.ts";
import type { WorkingSet } from "./working-set.ts";

/**
 * What a tablet may not do, whatever its screens allow: every operation is checked here before it is
 * applied. Records of another company are not found, so that they cannot be told from missing ones.
 */

/** The mutations that may touch what a customer agreed to. */
export const acceptanceMutations: ReadonlySet<MutationName> = new Set([
  "estimate.accept",
  "estimate.reopen",
]);

const born: Readonly<Record<string, Scalar>> = {
  status: "draft",
  acceptedOption: null,
  acceptedTotal: null,
  acceptedAt: null,
  acceptedOn: null,
};

/** Fields that only the server writes, with the value they are born with. */
export const serverFieldsOf = (entity: EntityName): Readonly<Record<string, Scalar>> =>
  Object.fromEntries(Object.entries(serverFields[entity] ?? {}));

const referencesOf = (entity: EntityName): readonly (readonly [string, EntityName])[] =>
  Object.entries(references[entity] ?? {});

/** Why an operation is not allowed, or null when it is. */
export async function operationProblem(
  records: WorkingSet,
  name: MutationName,
  operation: Operation,
): Promise<RejectionReason | null> {
  // What `conflict.resolve` may do to a conflict is checked as a whole (resolutions.ts).
  if (name === "conflict.resolve" && operation.entity === "conflict") return null;
  if (serverEntities.has(operation.entity)) return "server_field";
  const problem = bookOperationProblem(name, operation) ?? shapeProblem(name, operation);
  if (problem !== null) return problem;
  const missing = await referenceProblem(records, operation);
  if (missing !== null) return missing;
  return acceptanceMutations.has(name) ? null : lockProblem(records, operation);
}

/** What can be said without reading a record. */
function shapeProblem(name: MutationName, operation: Operation): RejectionReason | null {
  if (name === "estimate.reprice" && !isRepricing(operation)) return "invalid_field";
  switch (operation.op) {
    case "set":
      return setProblem(name, operation);
    case "add":
      return acceptanceMutations.has(name)
        ? "acceptance_only"
        : addProblem(operation.entity, operation.fields);
    case "remove":
      return acceptanceMutations.has(name) ? "acceptance_only" : seenProblem(operation);
    case "restore":
      return acceptanceMutations.has(name) ? "acceptance_only" : null;
  }
}

const isRepricing = (operation: Operation): boolean =>
  operation.op === "set" && operation.entity === "estimate" && operation.field === "priceBookId";

/**
 * What an author says they saw is kept in a conflict when it is not so any more, and conflicts reach every
 * tablet: it must be something that a field can have held.
 */
const isTooLong = (entity: EntityName, seen: Scalar): boolean =>
  typeof seen === "string" && seen.length > longestValue(entity);

function seenProblem({
  entity,
  seen,
}: Extract<Operation, { op: "remove" }>): RejectionReason | null {
  const known = new Set(fieldNames(entity));
  const impossible = Object.entries(seen).some(
    ([field, value]) => !known.has(field) || isTooLong(entity, value),
  );
  return impossible ? "invalid_field" : null;
}

function addProblem(entity: EntityName, fields: AnyFields): RejectionReason | null {
  const names = fieldNames(entity);
  const complete =
    Object.keys(fields).length === names.length &&
    names.every((field) => Object.hasOwn(fields, field));
  if (!complete || names.some((field) => fieldProblem(entity, field, fields[field]) !== null))
    return "invalid_field";
  const serverOwned = Object.entries(serverFieldsOf(entity));
  if (serverOwned.some(([field, value]) => fields[field] !== value)) return "server_field";
  const accepted =
    entity === "estimate" && Object.entries(born).some(([field, value]) => fields[field] !== value);
  return accepted ? "acceptance_only" : null;
}

function setProblem(
  name: MutationName,
  { entity, field, from, to }: Extract<Operation, { op: "set" }>,
): RejectionReason | null {
  if (fieldProblem(entity, field, to) !== null || isTooLong(entity, from)) return "invalid_field";
  if (Object.hasOwn(serverFieldsOf(entity), field)) return "server_field";
  // A room never moves to another estimate: whoever looks at the first one would lose it.
  if (field === "estimateId") return "invalid_field";
  const isAcceptance = entity === "estimate" && acceptanceFields.has(field);
  return isAcceptance === acceptanceMutations.has(name) ? null : "acceptance_only";
}

/** Every record that is named must exist; a tombstone does, so that a late edit keeps what it hangs on. */
async function referenceProblem(
  records: WorkingSet,
  operation: Operation,
): Promise<RejectionReason | null> {
  if (operation.op === "remove" || operation.op === "restore") return null;
  const { entity, id } = operation;
  const changed = operation.op === "add" ? operation.fields : { [operation.field]: operation.to };
  for (const [field, target] of referencesOf(entity)) {
    const named = changed[field];
    if (typeof named !== "string") continue;
    const found = await records.read(target, named);
    if (found === undefined) return "missing_record";
    if (field !== "areaId") continue;
    const own =
      operation.op === "add" ? operation.fields : (await records.read(entity, id))?.fields;
    if (own !== undefined && own["estimateId"] !== found.fields["estimateId"])
      return "invalid_field";
  }
  return null;
}

/** What a customer accepted stays as it was agreed, until the estimate is reopened. */
async function lockProblem(
  records: WorkingSet,
  operation: Operation,
): Promise<RejectionReason | null> {
  const { entity, id } = operation;
  const fields =
    operation.op === "add" ? operation.fields : (await records.read(entity, id))?.fields;
  const estimateId = estimateIdOf(entity, id, fields ?? {});
  if (estimateId === null) return null;
  const estimate = await records.read("estimate", estimateId);
  return estimate?.fields["status"] === "accepted" ? "estimate_accepted" : null;
}
