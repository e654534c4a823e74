import type { SaveError } from "../local/save-result.ts";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import type { Words } from "../words/dictionary.ts";
import { useWords } from "../words/words-provider.tsx";

/** What happened, what is safe, what to do; one triple for every way a save can fail. */
export function saveWords(code: SaveError["code"], t: Words): readonly [string, string, string] {
  switch (code) {
    case "invalid":
      return [t.saveInvalid, t.errorSafe, t.saveInvalidTodo];
    case "missing":
      return [t.saveMissing, t.errorNotFoundSafe, t.saveMissingTodo];
    case "accepted":
      return [t.saveAccepted, t.errorSafe, t.saveAcceptedTodo];
    case "storage_full":
      return [t.errorStorageFull, t.errorStorageFullSafe, t.errorStorageFullTodo];
    case "closed":
      return [t.saveClosed, t.errorStorageFullSafe, t.saveClosedTodo];
    case "storage_failed":
      return [t.saveFailed, t.errorStorageFullSafe, t.errorRestart];
  }
}

/** An edit that is not on the disk, said plainly where it was made. */
export function SaveProblem({ error }: { readonly error: SaveError }) {
  const { t } = useWords();
  const [happened, safe, todo] = saveWords(error.code, t);
  return (
    <ErrorNotice
      happened={happened}
      safe={safe}
      todo={todo}
      action={
        error.code === "closed" ? (
          <Button onClick={() => location.reload()}>{t.startAgain}</Button>
        ) : null
      }
    />
  );
}
