import type { RecordOf } from "../../../shared/estimate/record.ts";
import { isAboutRecord, wantedOf } from "../../../shared/sync/conflict-resolution.ts";
import type { RecordState } from "../../../shared/sync/operations.ts";
import { shownValue } from "../../chrome/edit-words/shown-value.ts";
import { useEditWords } from "../../chrome/edit-words/use-edit-words.ts";
import type { NamedSubject } from "../../chrome/edit-words/use-named-subject.ts";
import { useWhen } from "../../chrome/use-when.ts";
import { TickIcon } from "../../ui/icons.tsx";
import { conflicts as conflictWords } from "../../words/conflicts.ts";
import { useSubject } from "../../words/words-provider.tsx";
import css from "./conflict-card.module.css";
import { chosenWords } from "./chosen-words.ts";

type SettledNoteProps = {
  readonly conflict: RecordOf<"conflict">;
  /** Null: the record is not on this tablet. */
  readonly standing: RecordState | null;
  readonly subject: NamedSubject;
};

/** What was chosen, by whom, and what stands there now. */
export function SettledNote({ conflict, standing, subject }: SettledNoteProps) {
  const t = useEditWords();
  const w = useSubject(conflictWords);
  const when = useWhen();
  const { entity, field, resolvedBy, resolvedAt } = conflict;
  const json = JSON.stringify(standing?.fields[field] ?? null);
  const now = shownValue(json, { entity, field, valueWords: subject.valueWords }, t);
  const chosen = chosenWords(conflict, wantedOf(conflict)?.kind === "removal", w);
  return (
    <output className={css["settled"]}>
      <TickIcon size={24} />
      <span>
        <span className={css["chosen"]}>
          <strong>{chosen}</strong>{" "}
          {isAboutRecord(conflict) || standing === null ? null : w.conflictsNowIs(now)}
        </span>
        <span className={css["soft"]}>
          {resolvedBy === "" ? w.conflictsHere : w.conflictsBy(resolvedBy, when(resolvedAt))}
        </span>
      </span>
    </output>
  );
}
