import { useId } from "react";
import css from "./note-field.module.css";

type NoteFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
  /** Who will read it. */
  readonly hint?: string | undefined;
};

/** A few lines of free words; the tablet's own keyboard can dictate them. */
export function NoteField({ label, value, onText, onLeave, hint }: NoteFieldProps) {
  const id = useId();
  return (
    <div className={css["note"]}>
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={css["hint"]}>
          {hint}
        </p>
      )}
      <textarea
        id={id}
        rows={2}
        maxLength={4000}
        value={value}
        onChange={(event) => onText(event.currentTarget.value)}
        onBlur={onLeave}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
    </div>
  );
}
