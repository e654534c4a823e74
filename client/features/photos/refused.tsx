import type { ReactNode } from "react";
import { EmptyState } from "../../ui/empty-state.tsx";
import { photos as words } from "../../words/photos.ts";
import { useSubject } from "../../words/words-provider.tsx";
import css from "./photos.module.css";
import { refusedWords } from "./refused-words.ts";
import { ToDetails } from "./to-details.tsx";

type RefusedProps = {
  readonly message: string | null;
  readonly estimateId: string;
  /** To try again; nothing for whoever may not ask. */
  readonly children: ReactNode;
};

/** CompanyCam did not take the project: what to do about it, and what it says itself. */
export function Refused({ message, estimateId, children }: RefusedProps) {
  const w = useSubject(words);
  const { todo, said, isAddress } = refusedWords(message, w);
  return (
    <EmptyState
      title={w.refused}
      action={
        children === null ? null : (
          <div className={css["ways"]}>
            {isAddress ? <ToDetails estimateId={estimateId} words={w.checkAddress} /> : null}
            {children}
          </div>
        )
      }
    >
      <p>{todo}</p>
      {said === null ? null : (
        <p>
          {w.refusedSaid} <span lang="en">{said}</span>
        </p>
      )}
    </EmptyState>
  );
}
