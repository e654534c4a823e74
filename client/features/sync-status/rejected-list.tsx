import { Link } from "wouter";
import { discardRejected } from "../../local/actions/discard-rejected.ts";
import { useLocal } from "../../local/local-context.tsx";
import type { RejectedEdit } from "../../local/rows.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { mutationWords, reasonWords } from "./mutation-words.ts";
import css from "./sync-route.module.css";

/** The tray: edits the server refused. They leave it only by a person's hand. */
export function RejectedList({ edits }: { readonly edits: readonly RejectedEdit[] }) {
  const { t, date, time } = useWords();
  const local = useLocal();
  if (edits.length === 0) return null;
  return (
    <section>
      <h2>{t.syncRefused}</h2>
      <ul className={css["list"]}>
        {edits.map((edit) => (
          <li key={edit.id} className={css["entry"]}>
            <strong>{mutationWords(edit.name, t)}</strong>
            <span>{reasonWords(edit.reason, t)}</span>
            <small>
              {date(Date.parse(edit.at))}, {time(Date.parse(edit.at))}
            </small>
            <div>
              {edit.estimateId === "" ? null : (
                <Link href={`/estimates/${edit.estimateId}`} asChild>
                  <ButtonLink>{t.open}</ButtonLink>
                </Link>
              )}
              <Button variant="quiet" onClick={() => void discardRejected(local, edit.id)}>
                {t.rejectedDiscard}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
