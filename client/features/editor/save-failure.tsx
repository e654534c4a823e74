import { saveWords } from "../../chrome/save-problem.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useWords } from "../../words/words-provider.tsx";
import css from "./save-failure.module.css";
import { useDrafts } from "./use-typing.ts";

/** A text that is on the screen and not on the disk: why, what is safe, and one tap to try again. */
export function SaveFailure() {
  const { t } = useWords();
  const drafts = useDrafts();
  const error = drafts.failure();
  if (error === null) return null;
  const [happened, safe, todo] = saveWords(error.code, t);
  return (
    <div className={css["failure"]}>
      <ErrorNotice
        happened={happened}
        safe={safe}
        todo={todo}
        action={<Button onClick={drafts.retry}>{t.tryAgain}</Button>}
      />
    </div>
  );
}
