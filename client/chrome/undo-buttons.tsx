import { useLocal } from "../local/local-context.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { RedoIcon, UndoIcon } from "../ui/icons.tsx";
import { useWords } from "../words/words-provider.tsx";
import { historyWords } from "./history-words.ts";
import { useUndo } from "./use-undo.ts";

type UndoButtonsProps = { readonly estimateId: string };

/** One step back and one forward; each button's name says what it would change. */
export function UndoButtons(props: UndoButtonsProps) {
  // Whoever changes nothing has nothing to take back.
  return useLocal().readOnly ? null : <BackAndForward {...props} />;
}

function BackAndForward({ estimateId }: UndoButtonsProps) {
  const { t } = useWords();
  const { history, goBack, goForward } = useUndo(estimateId);
  const { undoes = null, redoes = null } = history ?? {};
  return (
    <>
      <IconButton
        label={undoes === null ? t.undo : t.editorUndo(historyWords(undoes, t))}
        icon={<UndoIcon />}
        disabled={undoes === null}
        onClick={goBack}
      />
      <IconButton
        label={redoes === null ? t.redo : t.editorRedo(historyWords(redoes, t))}
        icon={<RedoIcon />}
        disabled={redoes === null}
        onClick={goForward}
      />
    </>
  );
}
