import { AlertIcon, TickIcon } from "../ui/icons.tsx";
import { useWords } from "../words/words-provider.tsx";
import { useStorageRoom } from "./storage-room.ts";
import { useDrafts } from "./use-typing.ts";
import css from "./saved-sign.module.css";

/** A tick when every key is on the disk; until then nothing, and after a moment the word for waiting. Says so when one is not. */
export function SavedSign() {
  const { t } = useWords();
  const drafts = useDrafts();
  const room = useStorageRoom();
  if (drafts.failure() !== null) {
    return (
      <span className={css["failed"]}>
        <AlertIcon size={20} />
        {t.editorNotSaved}
      </span>
    );
  }
  if (room === "ephemeral") return <span className={css["saving"]}>{t.syncInWindow}</span>;
  if (drafts.isSaving()) return <span className={css["saving"]}>{t.editorSaving}</span>;
  return (
    <span className={css["saved"]}>
      <TickIcon size={20} />
      {t.areaSaved}
    </span>
  );
}
