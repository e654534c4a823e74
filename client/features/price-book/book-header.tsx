import type { MouseEvent } from "react";
import { useLocation } from "wouter";
import { SunButton } from "../../chrome/sun-button.tsx";
import { SyncChip } from "../../chrome/sync-chip.tsx";
import { UndoButtons } from "../../chrome/undo-buttons.tsx";
import { AppHeader } from "../../ui/app-header.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { useBook } from "./book-context.tsx";

type BookHeaderProps = {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly backTo: string;
  /** Steps back and forward in the draft: where it is changed, not where it is only looked through. */
  readonly undo?: boolean | undefined;
};

/** The header of every screen of the price book; a manager with a draft takes steps back and forward in it. */
export function BookHeader({ title, detail, backTo, undo }: BookHeaderProps) {
  const { t } = useWords();
  const { draft, canEdit } = useBook();
  const [, navigate] = useLocation();
  const goBack = (event: MouseEvent) => {
    event.preventDefault();
    navigate(backTo);
  };
  return (
    <AppHeader
      title={title}
      detail={detail}
      back={{ label: t.back, href: backTo, onBack: goBack }}
      status={<SyncChip />}
      actions={
        <>
          {undo && canEdit && draft ? <UndoButtons estimateId={draft.draft.id} /> : null}
          <SunButton />
        </>
      }
    />
  );
}
