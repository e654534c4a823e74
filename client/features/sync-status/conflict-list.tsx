import { isEntityName } from "../../../shared/estimate/entities.ts";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { useWords } from "../../words/words-provider.tsx";
import { entityWords, fieldWords } from "./field-words.ts";
import { OpenSubject } from "./open-subject.tsx";
import { shownValue } from "./shown-value.ts";
import css from "./sync-route.module.css";
import { useNamedSubject } from "./use-named-subject.ts";

type Conflict = RecordOf<"conflict">;

/** Edits that met another person's: both values, so that nothing is lost without a word. */
export function ConflictList({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  const { t } = useWords();
  if (conflicts.length === 0) return null;
  return (
    <section>
      <h2>{t.conflictTitle}</h2>
      <p>{t.conflictLead}</p>
      <ul className={css["list"]}>
        {conflicts.map((conflict) => (
          <li key={conflict.id} className={css["entry"]}>
            <ConflictEntry conflict={conflict} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ConflictEntry({ conflict }: { readonly conflict: Conflict }) {
  const { t } = useWords();
  const { entity, entityId, field, theirs, mine, estimateId } = conflict;
  // An entity of a later version is looked for like an estimate: by the estimate's id alone.
  const target = { entity: isEntityName(entity) ? entity : "estimate", id: entityId } as const;
  const { place, address, valueWords } = useNamedSubject(target, estimateId);
  const shown = (json: string) => shownValue(json, { entity, field, valueWords }, t);
  const what = field === "*" ? t.conflictWhole : fieldWords(entity, field, t);
  return (
    <>
      <strong>{[entityWords(entity, t), what].filter((part) => part !== null).join(": ")}</strong>
      {place === "" ? null : <span>{place}</span>}
      <span>{t.conflictStands(shown(theirs))}</span>
      <span>{t.conflictWanted(conflict.authorName, shown(mine))}</span>
      <OpenSubject address={address} />
    </>
  );
}
