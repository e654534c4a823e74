import { discardRejected } from "../../local/actions/discard-rejected.ts";
import { useLocal } from "../../local/local-context.tsx";
import type { RejectedEdit } from "../../local/rows.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { mutationWords, reasonWords } from "./mutation-words.ts";
import { OpenSubject } from "./open-subject.tsx";
import { rejectedField } from "./rejected-field.ts";
import css from "./sync-route.module.css";
import { useNamedSubject } from "./use-named-subject.ts";

/** The tray: edits the server refused. They leave it only by a person's hand. */
export function RejectedList({ edits }: { readonly edits: readonly RejectedEdit[] }) {
  const { t } = useWords();
  if (edits.length === 0) return null;
  return (
    <section>
      <h2>{t.syncRefused}</h2>
      <ul className={css["list"]}>
        {edits.map((edit) => (
          <li key={edit.id} className={css["entry"]}>
            <RejectedEntry edit={edit} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RejectedEntry({ edit }: { readonly edit: RejectedEdit }) {
  const { t, date, time } = useWords();
  const local = useLocal();
  const { entity, id } = edit.operations[0] ?? { entity: "estimate", id: edit.estimateId };
  const { place, address, valueWords } = useNamedSubject({ entity, id }, edit.estimateId || null);
  const field = rejectedField(edit, valueWords, t);
  const at = Date.parse(edit.at);
  return (
    <>
      <strong>
        {field ? `${mutationWords(edit.name, t)}: ${field.label}` : mutationWords(edit.name, t)}
      </strong>
      {place === "" ? null : <span>{place}</span>}
      {field ? <span>{t.rejectedTyped(field.value)}</span> : null}
      <span>{reasonWords(edit.reason, t)}</span>
      <small>
        {date(at)}, {time(at)}
      </small>
      <div className={css["buttons"]}>
        <OpenSubject address={address} />
        <Button variant="quiet" onClick={() => void discardRejected(local, edit.id)}>
          {t.rejectedDiscard}
        </Button>
      </div>
    </>
  );
}
