import type { RecordOf } from "../../../shared/estimate/record.ts";
import { isAboutRecord } from "../../../shared/sync/conflict-resolution.ts";
import type { conflicts } from "../../words/conflicts.ts";

type Chosen = Pick<RecordOf<"conflict">, "field" | "resolution" | "theirsName" | "authorName">;

/**
 * How a conflict was settled, in a few words.
 *
 * @param isRemoval its author had removed a record that somebody had changed.
 */
export function chosenWords(conflict: Chosen, isRemoval: boolean, w: typeof conflicts.en): string {
  const { resolution, theirsName, authorName } = conflict;
  if (resolution === "other") return w.conflictsTyped;
  const keptMine = resolution === "mine";
  if (isAboutRecord(conflict)) {
    if (isRemoval) return keptMine ? w.conflictsRemovedIt : w.conflictsKeptIt;
    return keptMine ? w.conflictsBroughtBack : w.conflictsLeftRemoved;
  }
  const name = keptMine ? authorName : theirsName;
  return name === "" || theirsName === authorName ? w.conflictsKeptThat : w.conflictsKept(name);
}
