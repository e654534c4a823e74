import * as z from "zod/mini";
import { isEntityName, type resolutions, type Scalar } from "../estimate/entities.ts";
import { type AnyFields, anyFieldsSchema, type RecordOf } from "../estimate/record.ts";
import type { Operation, RecordState } from "./operations.ts";

/**
 * How a person settles a conflict: `conflict.resolve` closes exactly one (invariant I7) and, unless what stands is
 * kept, changes the record it is about. Both happen or neither does.
 */

export type Resolution = (typeof resolutions)[number];

export type Choice =
  | { readonly keep: "mine" | "theirs" }
  /** Only for a conflict about one field. */
  | { readonly keep: "other"; readonly value: Scalar };

type Conflict = RecordOf<"conflict">;

/** A conflict about a whole record: it was removed under an edit, or edited under a removal. */
export const isAboutRecord = ({ field }: Pick<Conflict, "field">): boolean => field === "*";

/**
 * What its author wanted: one value; the fields of an edit that found the record removed; or null, the removal of a
 * record that somebody had edited.
 */
export type Wanted =
  | { readonly kind: "value"; readonly value: Scalar }
  | { readonly kind: "fields"; readonly fields: AnyFields }
  | { readonly kind: "removal" };

const scalarOrFields = z.union([z.string(), z.number(), z.boolean(), z.null(), anyFieldsSchema]);

/** @returns null when a build that came later wrote something else there. */
export function wantedOf(conflict: Pick<Conflict, "field" | "mine">): Wanted | null {
  const parsed = z.safeParse(scalarOrFields, parseJson(conflict.mine));
  if (!parsed.success) return null;
  const mine = parsed.data;
  const isFields = typeof mine === "object" && mine !== null;
  if (!isAboutRecord(conflict)) return isFields ? null : { kind: "value", value: mine };
  if (mine === null) return { kind: "removal" };
  return isFields ? { kind: "fields", fields: mine } : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The operations that settle a conflict as chosen, from the record as it stands for whoever chooses.
 *
 * @returns null when the choice is not possible: the record is unknown, or the conflict has no such value.
 */
export function resolutionOperations(
  conflict: Conflict,
  standing: RecordState | undefined,
  choice: Choice,
): readonly Operation[] | null {
  const closing = closingOperations(conflict, choice.keep);
  if (choice.keep === "theirs") return closing;
  const change = changeFor(conflict, standing, choice);
  return change && [...closing, ...change];
}

const closingOperations = ({ id, mine }: Conflict, keep: Resolution): readonly Operation[] => [
  { op: "set", entity: "conflict", id, field: "state", from: "open", to: "resolved" },
  { op: "set", entity: "conflict", id, field: "resolution", from: null, to: keep },
  // Changes nothing: it says what its author wanted when somebody chose, whatever was chosen.
  { op: "set", entity: "conflict", id, field: "mine", from: mine, to: mine },
];

function changeFor(
  conflict: Conflict,
  standing: RecordState | undefined,
  choice: Exclude<Choice, { readonly keep: "theirs" }>,
): readonly Operation[] | null {
  const { entity, entityId: id, field } = conflict;
  const wanted = wantedOf(conflict);
  if (!standing || !isEntityName(entity) || !wanted) return null;
  if (choice.keep === "other")
    return wanted.kind === "value"
      ? settingOperations({ entity, id }, standing, { [field]: choice.value })
      : null;
  switch (wanted.kind) {
    case "value":
      return settingOperations({ entity, id }, standing, { [field]: wanted.value });
    case "fields":
      return settingOperations({ entity, id }, standing, wanted.fields);
    case "removal":
      return standing.deleted ? [] : [{ op: "remove", entity, id, seen: standing.fields }];
  }
}

function settingOperations(
  target: Pick<Operation, "entity" | "id">,
  { fields, deleted }: RecordState,
  wished: AnyFields,
): readonly Operation[] {
  const sets = Object.entries(wished).flatMap(([field, to]): readonly Operation[] => {
    const from = fields[field] ?? null;
    return from === to ? [] : [{ op: "set", ...target, field, from, to }];
  });
  return deleted ? [{ op: "restore", ...target }, ...sets] : sets;
}

/** A resolution as it was sent: which conflict, how, and what it does to the record. */
export interface SentResolution {
  readonly conflictId: string;
  readonly resolution: Resolution;
  /** What its author wanted, as whoever chose saw it; null from a tablet of an earlier build, which does not say. */
  readonly seen: string | null;
  readonly change: readonly Operation[];
}

/** Takes `conflict.resolve` apart; null when it is not one conflict that is closed first and once. */
export function readResolution(operations: readonly Operation[]): SentResolution | null {
  const [state, resolution, ...rest] = operations;
  if (state?.op !== "set" || state.entity !== "conflict" || state.field !== "state") return null;
  if (state.from !== "open" || state.to !== "resolved") return null;
  if (resolution?.op !== "set" || resolution.entity !== "conflict") return null;
  if (resolution.id !== state.id || resolution.field !== "resolution") return null;
  const seen = seenIn(state.id, rest[0]);
  const change = seen === null ? rest : rest.slice(1);
  if (resolution.from !== null || change.some(({ entity }) => entity === "conflict")) return null;
  const kept = resolution.to;
  if (kept !== "mine" && kept !== "theirs" && kept !== "other") return null;
  return { conflictId: state.id, resolution: kept, seen, change };
}

function seenIn(conflictId: string, operation: Operation | undefined): string | null {
  if (operation?.op !== "set" || operation.entity !== "conflict") return null;
  const { id, field, from, to } = operation;
  return id === conflictId && field === "mine" && typeof to === "string" && from === to ? to : null;
}

/** Whether a resolution does to the record what it says it does, and nothing else. */
export function isHonest({ resolution, change }: SentResolution, conflict: Conflict): boolean {
  const { entity, entityId, field } = conflict;
  if (change.some((operation) => operation.entity !== entity || operation.id !== entityId))
    return false;
  if (resolution === "theirs") return change.length === 0;
  const wanted = wantedOf(conflict);
  if (!wanted) return false;
  return change.every((operation) => {
    switch (operation.op) {
      case "restore":
        return wanted.kind !== "removal";
      case "remove":
        return resolution === "mine" && wanted.kind === "removal";
      case "set":
        if (resolution === "other") return wanted.kind === "value" && operation.field === field;
        if (wanted.kind === "value")
          return operation.field === field && operation.to === wanted.value;
        return wanted.kind === "fields" && wanted.fields[operation.field] === operation.to;
      case "add":
        return false;
    }
  });
}

/**
 * Whether a resolution for its author's value leaves that value standing: what it does not set has to stand already.
 * Otherwise whoever chose it saw a record that somebody has changed since, and the conflict would close without the
 * value that was chosen.
 */
export function isCarriedOut(
  { resolution, change }: SentResolution,
  conflict: Conflict,
  standing: RecordState | undefined,
): boolean {
  if (resolution !== "mine") return true;
  return (
    changeFor(conflict, standing, { keep: "mine" })?.every((needed) =>
      change.some((sent) => isSameChange(sent, needed)),
    ) === true
  );
}

/** A value set on a record that was removed meanwhile clashes, and is kept in a conflict of its own. */
const isSameChange = (sent: Operation, needed: Operation): boolean => {
  if (sent.op === "set" && needed.op === "set") return sent.field === needed.field;
  return sent.op === needed.op || (sent.op === "set" && needed.op === "restore");
};
