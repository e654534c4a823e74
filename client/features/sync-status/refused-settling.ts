import type { RecordOf } from "../../../shared/estimate/record.ts";
import { isAboutRecord, readResolution } from "../../../shared/sync/conflict-resolution.ts";
import type { RecordState } from "../../../shared/sync/operations.ts";
import { entityWords, fieldWords } from "../../chrome/edit-words/field-words.ts";
import { shownValue, type ValueContext } from "../../chrome/edit-words/shown-value.ts";
import type { EditWords } from "../../chrome/edit-words/use-edit-words.ts";
import type { RejectedEdit } from "../../local/rows.ts";
import type { where } from "../../words/where.ts";

/** A choice between two values that somebody else had made already, in words. */
export interface RefusedSettling {
  /** The field, or the kind of record where it is about all of it. */
  readonly label: string;
  /** What was wanted here, and what stands there now; empty where nobody knows. */
  readonly wanted: string;
  readonly now: string;
  /** Who was first; empty where nobody knows. */
  readonly settledBy: string;
}

/** @param standing the record that the conflict is about, as it is on this tablet now; null: it is not here. */
export function refusedSettling(
  { operations }: Pick<RejectedEdit, "operations">,
  conflict: Pick<RecordOf<"conflict">, "entity" | "field" | "theirs" | "resolvedBy">,
  standing: RecordState | null,
  valueWords: ValueContext["valueWords"],
  t: EditWords,
  w: typeof where.en,
): RefusedSettling | null {
  const sent = readResolution(operations);
  if (!sent) return null;
  const { entity, field, theirs, resolvedBy: settledBy } = conflict;
  if (isAboutRecord(conflict)) {
    const wished = sent.change.some(({ op }) => op === "remove")
      ? w.rejectedToRemove
      : sent.change.some(({ op }) => op === "restore")
        ? w.rejectedToBringBack
        : w.rejectedToLeave;
    const now = standing === null ? "" : standing.deleted ? w.rejectedIsGone : w.rejectedIsThere;
    return { label: entityWords(entity, t), wanted: w.rejectedWanted(wished), now, settledBy };
  }
  const said = (json: string) => shownValue(json, { entity, field, valueWords }, t);
  const set = sent.change.find((operation) => operation.op === "set" && operation.field === field);
  // To keep what stood changes nothing.
  const wished = set?.op === "set" ? JSON.stringify(set.to) : theirs;
  const stands = JSON.stringify(standing?.fields[field] ?? null);
  return {
    label: fieldWords(entity, field, t) ?? entityWords(entity, t),
    wanted: w.rejectedWanted(said(wished)),
    now: standing === null ? "" : w.rejectedNow(said(stands)),
    settledBy,
  };
}
