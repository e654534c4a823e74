import { type EntityName, references } from "../../shared/estimate/entities.ts";
import type { AnyFields } from "../../shared/estimate/record.ts";
import type { Mutation } from "../../shared/sync/mutation.ts";
import { estimateIdOf } from "../store/records.ts";
import type { WorkingRecord, WorkingSet } from "./working-set.ts";

type Named = Pick<WorkingRecord, "entity" | "id">;

/**
 * Reads in a few statements what a push is going to ask for: the records it names, those they refer to, and their
 * estimates. Two hundred edits of a house would otherwise be a thousand questions.
 */
export async function preloadPush(
  records: WorkingSet,
  mutations: readonly Mutation[],
): Promise<void> {
  const operations = mutations.flatMap((mutation) => mutation.operations);
  const named = operations.flatMap((operation): readonly Named[] => [
    operation,
    ...(operation.op === "add" ? referredTo(operation.entity, operation.fields) : []),
  ]);
  await records.preload(named);
  const estimates = new Set<string>();
  for (const { entity, id } of named) {
    const state = await records.read(entity, id);
    const estimateId = estimateIdOf(entity, id, state?.fields ?? {});
    if (estimateId !== null) estimates.add(estimateId);
  }
  await records.preload([...estimates].map((id) => ({ entity: "estimate", id })));
}

const referredTo = (entity: EntityName, fields: AnyFields): readonly Named[] =>
  Object.entries(references[entity] ?? {}).flatMap(([field, target]) => {
    const id = fields[field];
    return typeof id === "string" ? { entity: target, id } : [];
  });
