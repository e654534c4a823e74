import { useEffect, useState } from "react";
import { keepUnsaved } from "../../chrome/unsaved-texts.ts";
import { useDrafts } from "../../chrome/use-typing.ts";
import { useLocal } from "../../local/local-context.tsx";
import { Button } from "../../ui/button.tsx";
import { Wordmark } from "../../ui/wordmark.tsx";
import { tablet } from "../../words/tablet.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import css from "./tablet.module.css";

type ClosedDoorProps = {
  /** The records were deleted under the open app; else a newer version has them, and nothing is wrong. */
  readonly isCleared: boolean;
};

/** This window has no records any more: why, what is safe, and the one tap that begins anew. */
export function ClosedDoor({ isCleared }: ClosedDoorProps) {
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
        <h1>{isCleared ? w.clearedTitle : w.takenTitle}</h1>
        <p>{isCleared ? w.clearedSafe : w.takenSafe}</p>
        {isCleared ? <p>{w.clearedLost}</p> : null}
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
        <p>{isCleared ? w.clearedTodo : w.takenTodo}</p>
        <Button variant="primary" big wide onClick={() => location.reload()}>
          {t.startAgain}
        </Button>
      </div>
    </main>
  );
}
