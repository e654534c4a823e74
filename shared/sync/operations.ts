import * as z from "zod/mini";
import type { EntityName } from "../estimate/entities.ts";
import {
  type AnyFields,
  anyFieldsSchema,
  entityNameSchema,
  scalarSchema,
} from "../estimate/record.ts";
import { identifierSchema } from "../identifiers.ts";

const target = { entity: entityNameSchema, id: identifierSchema };

/** What a mutation does to one record. `from` and `seen` are what the author saw: the compare of compare-and-set. */
export const operationSchema = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("add"), ...target, fields: anyFieldsSchema }),
  z.strictObject({
    op: z.literal("set"),
    ...target,
    field: z.string(),
    from: scalarSchema,
    to: scalarSchema,
  }),
  z.strictObject({ op: z.literal("remove"), ...target, seen: anyFieldsSchema }),
  z.strictObject({ op: z.literal("restore"), ...target }),
]);
export type Operation = z.infer<typeof operationSchema>;

/** What an operation reads and writes: a record's fields and whether it is deleted. */
export interface RecordState {
  readonly fields: AnyFields;
  readonly deleted: boolean;
}

/**
 * An edit that met another edit; values as they are. For the field `*`, the whole record: its fields, or those
 * that were set, and null where it is deleted.
 */
export interface Clash {
  readonly entity: EntityName;
  readonly id: string;
  readonly field: string;
  readonly base: unknown;
  readonly theirs: unknown;
  readonly mine: unknown;
}

export type OperationResult =
  | { readonly outcome: "applied"; readonly state: RecordState }
  | { readonly outcome: "noop" }
  | { readonly outcome: "clash"; readonly clash: Clash }
  | { readonly outcome: "rejected"; readonly reason: "missing_record" | "id_taken" };

const sameFields = (one: AnyFields, other: AnyFields): boolean => {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
};

/** The view on a tablet: the author's wish stands on top of whatever the server said (rule R5). */
export function overlayOperation(
  state: RecordState | undefined,
  operation: Operation,
): RecordState | undefined {
  switch (operation.op) {
    case "add":
      return state ?? { fields: operation.fields, deleted: false };
    case "set":
      return state && { ...state, fields: { ...state.fields, [operation.field]: operation.to } };
    case "remove":
      return state && { ...state, deleted: true };
    case "restore":
      return state && { ...state, deleted: false };
  }
}

/**
 * The authority on the server: applies one operation to the record as it stands.
 *
 * A value is replaced only when it is the one the author saw; otherwise the operation is a clash, the
 * standing value stays, and the caller keeps the author's value in a conflict record. No value is ever
 * silently overwritten (invariant I6).
 *
 * @param ignored fields that the server writes itself; a removal does not have to have seen them.
 */
export function applyOperation(
  state: RecordState | undefined,
  operation: Operation,
  ignored: ReadonlySet<string> = new Set(),
): OperationResult {
  if (operation.op === "add") {
    if (state === undefined)
      return { outcome: "applied", state: { fields: operation.fields, deleted: false } };
    return sameFields(state.fields, operation.fields)
      ? { outcome: "noop" }
      : { outcome: "rejected", reason: "id_taken" };
  }
  if (state === undefined) return { outcome: "rejected", reason: "missing_record" };
  switch (operation.op) {
    case "set":
      return applySet(state, operation);
    case "remove":
      return applyRemove(state, operation, ignored);
    case "restore":
      return state.deleted
        ? { outcome: "applied", state: { ...state, deleted: false } }
        : { outcome: "noop" };
  }
}

function applySet(
  state: RecordState,
  { entity, id, field, from, to }: Extract<Operation, { op: "set" }>,
): OperationResult {
  const theirs = state.fields[field];
  if (theirs === to) return { outcome: "noop" };
  if (state.deleted) {
    const [base, mine] = [{ [field]: from }, { [field]: to }];
    return { outcome: "clash", clash: { entity, id, field: "*", base, theirs: null, mine } };
  }
  if (theirs !== from)
    return { outcome: "clash", clash: { entity, id, field, base: from, theirs, mine: to } };
  return { outcome: "applied", state: { ...state, fields: { ...state.fields, [field]: to } } };
}

function applyRemove(
  state: RecordState,
  { entity, id, seen }: Extract<Operation, { op: "remove" }>,
  ignored: ReadonlySet<string>,
): OperationResult {
  if (state.deleted) return { outcome: "noop" };
  const compared = (fields: AnyFields): AnyFields =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => !ignored.has(name)));
  if (!sameFields(compared(state.fields), compared(seen)))
    return {
      outcome: "clash",
      clash: { entity, id, field: "*", base: seen, theirs: state.fields, mine: null },
    };
  return { outcome: "applied", state: { ...state, deleted: true } };
}
