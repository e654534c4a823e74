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
    case "read_only":
      return [t.saveReadOnly, t.errorSafe, t.saveReadOnlyTodo];
    case "missing":
      return [t.saveMissing, t.errorNotFoundSafe, t.saveMissingTodo];
    case "no_price_book":
      return [t.saveNoPrices, t.errorSafe, t.saveNoPricesTodo];
    case "book_changed":
      return [t.saveBookChanged, t.saveBookChangedSafe, t.saveBookChangedTodo];
    case "open_conflicts":
      return [t.saveOpenConflicts, t.errorSafe, t.saveOpenConflictsTodo];
    case "accepted":
      return [t.saveAccepted, t.errorSafe, t.saveAcceptedTodo];
    case "storage_full":
      return [t.errorStorageFull, t.errorStorageFullSafe, t.errorStorageFullTodo];
    case "closed":
      return [t.saveClosed, t.errorStorageFullSafe, t.saveClosedTodo];
    case "storage_failed":
      return [t.saveFailed, t.errorStorageFullSafe, t.saveFailedTodo];
  }
}

type SaveProblemProps = {
  readonly error: SaveError;
  /** Saves the same change once more; without it the screen's own button does. */
  readonly onRetry?: (() => void) | undefined;
  /** Gives up what cannot be saved any more. */
  readonly onLetGo?: (() => void) | undefined;
};

/** An edit that is not on the disk, said plainly where it was made. */
export function SaveProblem({ error, onRetry, onLetGo }: SaveProblemProps) {
  const { t } = useWords();
  const [happened, safe, todo] = saveWords(error.code, t);
  return (
    <ErrorNotice
      happened={happened}
      safe={safe}
      todo={todo}
      action={<WayOut code={error.code} onRetry={onRetry} onLetGo={onLetGo} />}
    />
  );
}

type WayOutProps = Omit<SaveProblemProps, "error"> & { readonly code: SaveError["code"] };

/** The button that the words speak of, where there is one to press. */
function WayOut({ code, onRetry, onLetGo }: WayOutProps) {
  const { t } = useWords();
  if (code === "closed") return <Button onClick={() => location.reload()}>{t.startAgain}</Button>;
  // A value that cannot be kept is corrected, not repeated; a role stays what it is.
  if (code === "invalid" || code === "read_only" || !onRetry) return null;
  return (
    <>
      <Button onClick={onRetry}>{t.tryAgain}</Button>
      {code === "missing" && onLetGo ? <Button onClick={onLetGo}>{t.saveLetGo}</Button> : null}
    </>
  );
}
