import type { RecordOf } from "../../../shared/estimate/record.ts";
import { useWords } from "../../words/words-provider.tsx";
import { shownValue } from "./shown-value.ts";
import css from "./sync-route.module.css";

/** Edits that met another person's: both values, so that nothing is lost without a word. */
export function ConflictList({
  conflicts,
}: {
  readonly conflicts: readonly RecordOf<"conflict">[];
}) {
  const { t } = useWords();
  if (conflicts.length === 0) return null;
  return (
    <section>
      <h2>{t.conflictTitle}</h2>
      <p>{t.conflictLead}</p>
      <ul className={css["list"]}>
        {conflicts.map((conflict) => (
          <li key={conflict.id} className={css["entry"]}>
            <strong>{conflict.field === "*" ? t.conflictWhole : conflict.field}</strong>
            <span>{t.conflictStands(shownValue(conflict.theirs, t.conflictRemoved))}</span>
            <span>
              {t.conflictWanted(conflict.authorName, shownValue(conflict.mine, t.conflictRemoved))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
