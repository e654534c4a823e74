import type { RecordOf } from "../../shared/estimate/record.ts";
import { ConflictMark } from "./conflict-mark.tsx";
import { fieldWords } from "./edit-words/field-words.ts";
import { useEditWords } from "./edit-words/use-edit-words.ts";

type FieldConflictsProps = {
  /** Of one record, one or more. */
  readonly conflicts: readonly RecordOf<"conflict">[];
  /** The fields do not stand beside it: they are named in it. */
  readonly withNames: boolean;
};

/** The mark at a field or a record that leads to the card with both values. */
export function FieldConflicts({ conflicts, withNames }: FieldConflictsProps) {
  const t = useEditWords();
  const names = conflicts.map(
    ({ entity, field }) => fieldWords(entity, field, t) ?? t.conflictWhole,
  );
  const about = [...new Set(names)].join(", ");
  const [first] = conflicts;
  return first ? (
    <ConflictMark
      href={`/estimates/${first.estimateId ?? ""}/conflicts#${first.id}`}
      about={withNames ? t.syncToSettle(conflicts.length) : about}
      words={withNames ? `${about}: ${t.syncSettle}` : t.syncSettle}
    />
  ) : null;
}
