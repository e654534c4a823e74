import { useEffect, useState } from "react";
import { keepUnsaved } from "../../chrome/unsaved-texts.ts";
import { useDrafts } from "../../chrome/use-typing.ts";
import { useLocal } from "../../local/local-context.tsx";
import { Button } from "../../ui/button.tsx";
import { Wordmark } from "../../ui/wordmark.tsx";
import { tablet } from "../../words/tablet.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import css from "./tablet.module.css";

/** A newer version has the records. Nothing is wrong: one tap, and this window has it as well. */
export function TakenOver() {
  const { t } = useWords();
  const w = useSubject(tablet);
  const { database } = useLocal();
  const drafts = useDrafts();
  const [path] = useState(() => location.pathname);
  const texts = [...new Set(drafts.unsaved().map(({ text }) => text))].filter(Boolean);

  // With every drawing: a save that was under way fails only now.
  useEffect(() => {
    if (texts.length > 0) keepUnsaved({ database: database.name, path, texts });
  });

  return (
    <main className={css["door"]}>
      <div className={css["words"]}>
        <p>
          <Wordmark />
        </p>
        <h1>{w.takenTitle}</h1>
        <p>{w.takenSafe}</p>
        {texts.length > 0 ? (
          <div className={css["texts"]}>
            <p>{w.takenUnsaved}</p>
            {texts.map((text) => (
              <p key={text}>
                <strong>{text}</strong>
              </p>
            ))}
          </div>
        ) : null}
        <p>{w.takenTodo}</p>
        <Button variant="primary" big wide onClick={() => location.reload()}>
          {t.startAgain}
        </Button>
      </div>
    </main>
  );
}
