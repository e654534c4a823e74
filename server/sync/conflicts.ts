import * as z from "zod/mini";
import { type Fields, fieldProblem } from "../../shared/estimate/entities.ts";
import type { Clash } from "../../shared/sync/operations.ts";
import type { Identity } from "../identity.ts";
import type { Authorship } from "./last-author.ts";
import type { OpenConflicts } from "./open-conflicts.ts";

interface ConflictContext {
  /** Of the author of the edit. */
  readonly identity: Identity;
  readonly openConflicts: OpenConflicts;
  readonly authorship: Authorship;
}

export interface ConflictToKeep {
  readonly id: string;
  readonly fields: Fields<"conflict">;
}

const jsonText = (value: unknown): string => JSON.stringify(value ?? null);

/**
 * What keeps an author's value that met another edit. A chain of the author's own edits (the next one saw
 * the value that is kept already) extends the open conflict instead of opening one for every key (R6).
 *
 * @param operationIndex makes the id: the same mutation always keeps the same conflict.
 */
export async function conflictOf(
  { identity, openConflicts, authorship }: ConflictContext,
  clash: Clash & { readonly estimateId: string | null },
  mutation: { readonly id: string; readonly at: string },
  operationIndex: number,
): Promise<ConflictToKeep> {
  const { entity, id: entityId, field, estimateId } = clash;
  const open = await openConflicts.at(estimateId, clash);
  const extended = open.find(({ mine }) => mine === jsonText(clash.base));
  const place = { entity, id: entityId, field, standing: clash.theirs, estimateId };
  const author = await authorship.of(place);
  const values = {
    theirs: jsonText(clash.theirs),
    mine: jsonText(clash.mine),
    authorAt: instantOrNull(mutation.at),
    theirsName: author?.name ?? "",
    theirsAt: author?.at ?? null,
  };
  if (extended !== undefined) {
    const { id, ...fields } = extended;
    return {
      id,
      fields: { ...fields, ...values, values: withValue(wantedBefore(fields), clash.mine) },
    };
  }
  const id = `${mutation.id}-${operationIndex}`;
  openConflicts.note(estimateId, clash, id);
  return {
    id,
    fields: {
      estimateId,
      entity,
      entityId,
      field,
      base: jsonText(clash.base),
      ...values,
      mutationId: mutation.id,
      authorName: identity.userName,
      state: "open",
      values: withValue("[]", clash.mine),
      resolution: null,
      resolvedBy: "",
      resolvedAt: null,
    },
  };
}

/** Tablets send what they like as a time; only a moment that a calendar has is kept. */
const instantOrNull = (text: string): string | null =>
  fieldProblem("conflict", "authorAt", text) === null ? text : null;

/** A conflict from before schema 3 has no list yet. */
const wantedBefore = ({ values, mine }: Fields<"conflict">): string =>
  values === "[]" ? `[${mine}]` : values;

const valuesSchema = z.array(z.unknown());

/** Everything that its author wanted there, the newest last. */
export const valuesOf = ({ values }: Pick<Fields<"conflict">, "values">): readonly unknown[] =>
  z.parse(valuesSchema, JSON.parse(values));

/**
 * What a conflict keeps of the values that its author typed over. Every tablet of the company holds the record; the
 * log keeps all of them. Characters of JSON.
 */
const MAX_VALUES = 64_000;

/** Nothing that somebody wanted is forgotten, not even what they typed over later; of very long texts, the newest. */
export function withValue(values: string, value: unknown): string {
  const all = [...valuesOf({ values }), value ?? null];
  const lengths = all.map((one) => JSON.stringify(one).length + 1);
  let length = lengths.reduce((sum, one) => sum + one, 1);
  let dropped = 0;
  while (length > MAX_VALUES && dropped < all.length - 1) {
    length -= lengths[dropped] ?? 0;
    dropped += 1;
  }
  return JSON.stringify(all.slice(dropped));
}
