import { type ReactNode, useEffect, useRef, useState } from "react";
import { isEntityName } from "../../../shared/estimate/entities.ts";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { isAboutRecord } from "../../../shared/sync/conflict-resolution.ts";
import { entityWords, fieldWords } from "../../chrome/edit-words/field-words.ts";
import { useEditWords } from "../../chrome/edit-words/use-edit-words.ts";
import { type NamedSubject, useNamedSubject } from "../../chrome/edit-words/use-named-subject.ts";
import { useRecordState } from "../../local/hooks/use-record-state.ts";
import type { Target } from "../../local/rows.ts";
import { conflicts as conflictWords } from "../../words/conflicts.ts";
import { useSubject } from "../../words/words-provider.tsx";
import css from "./conflict-card.module.css";
import { FieldConflict } from "./field-conflict.tsx";
import { RecordConflict } from "./record-conflict.tsx";
import { SettledNote } from "./settled-note.tsx";
import { TypeAnotherValue } from "./type-another-value.tsx";

type ConflictCardProps = {
  readonly conflict: RecordOf<"conflict">;
  /** "2 of 3", where there are several. */
  readonly number?: string | undefined;
  /** Whose estimate, where the page does not say it. */
  readonly withCustomer: boolean;
};

/** What two people do not agree about, with both of their values, until it is settled; then what was chosen. */
export function ConflictCard({ conflict, number, withCustomer }: ConflictCardProps) {
  const t = useEditWords();
  const w = useSubject(conflictWords);
  const { entity, entityId, field, estimateId } = conflict;
  const target: Target | null = isEntityName(entity) ? { entity, id: entityId } : null;
  const subject = useNamedSubject(target ?? { entity: "estimate", id: entityId }, estimateId);
  const standing = useRecordState(target);
  const [typing, setTyping] = useState(false);
  const what = isAboutRecord(conflict)
    ? entityWords(entity, t)
    : (fieldWords(entity, field, t) ?? t.conflictWhole);
  const place = withCustomer ? subject.whole : subject.place;
  // A room is called by its name, and not also a room.
  const name = place === "" ? what : isAboutRecord(conflict) ? place : `${place} · ${what}`;
  if (standing === undefined) return null;
  const frame = (content: ReactNode, another?: ReactNode) => (
    <Frame id={conflict.id} name={name} number={number} isSettled={conflict.state === "resolved"}>
      {content}
      {another}
    </Frame>
  );
  const isSettled = conflict.state === "resolved";
  const settled = <SettledNote conflict={conflict} standing={standing} subject={subject} />;
  if (!target || standing === null) return frame(isSettled ? settled : <p>{w.conflictsNotHere}</p>);
  const props = { conflict, standing, subject, name };
  if (isAboutRecord(conflict)) return frame(isSettled ? settled : <RecordConflict {...props} />);
  return frame(
    isSettled ? settled : <FieldConflict {...props} />,
    <TypeAnotherValue {...props} typing={typing} onTyping={setTyping} />,
  );
}

/** What a conflict is shown with. */
export interface OpenConflictProps {
  readonly conflict: RecordOf<"conflict">;
  readonly standing: NonNullable<ReturnType<typeof useRecordState>>;
  readonly subject: NamedSubject;
  /** What it is about, in words. */
  readonly name: string;
}

type FrameProps = {
  readonly id: string;
  readonly name: string;
  readonly number: string | undefined;
  readonly isSettled: boolean;
  readonly children: ReactNode;
};

function Frame({ id, name, number, isSettled, children }: FrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const card = useRef<HTMLElement>(null);
  const hadFocus = useRef(false);
  // A mark at the field leads to its own card.
  useEffect(() => {
    if (location.hash === `#${id}`) heading.current?.focus();
  }, [id]);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      hadFocus.current =
        target !== heading.current &&
        target instanceof Node &&
        card.current?.contains(target) === true;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  // The button that settled it is gone, and would take the reader's place on the page with it.
  useEffect(() => {
    if (!isSettled || !hadFocus.current || document.activeElement !== document.body) return;
    hadFocus.current = false;
    heading.current?.focus({ preventScroll: true });
  });
  return (
    <article ref={card} className={css["card"]} aria-labelledby={id} data-settled={isSettled}>
      <div className={css["head"]}>
        <h2 ref={heading} id={id} tabIndex={-1}>
          {name}
        </h2>
        {number === undefined || isSettled ? null : <span className={css["soft"]}>{number}</span>}
      </div>
      {children}
    </article>
  );
}
