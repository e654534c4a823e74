import { useEffect, useId, useRef, type KeyboardEvent } from "react";
import type { KeypadMode } from "./keypad-text.ts";
import { cleanTyped } from "./typed-text.ts";
import css from "./keypad-field.module.css";

export type KeypadFieldProps = {
  readonly label: string;
  readonly mode: KeypadMode;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Enter, from a hardware keyboard or a laser. */
  readonly onNext: () => void;
  /** This field has the keypad. */
  readonly active: boolean;
  readonly onActivate: () => void;
  /** How the text was understood: "12 ft 6 in = 12.5 ft". */
  readonly echo: string | null;
  readonly problem: string | null;
  /** The text stands selected: the next digit begins anew. */
  readonly fresh?: boolean | undefined;
  /** One of many that have seldom anything to say: no line is kept for a note. */
  readonly compact?: boolean | undefined;
};

/**
 * A measure or a count. It is a real input that asks for no on-screen keyboard, so that hardware keyboards and lasers in
 * keyboard mode type into it, and screen readers know what it is.
 */
export function KeypadField(props: KeypadFieldProps) {
  const { label, mode, text, onText, onNext, active, onActivate, echo, problem, fresh, compact } =
    props;
  const whole = useRef<HTMLLabelElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  // Next on the keypad moves the caret too, so that a laser's following reading lands in the following field.
  useEffect(() => {
    if (!active) return;
    input.current?.focus({ preventScroll: true });
    // With its name and its note, into the room that the keypad leaves.
    whole.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  useEffect(() => {
    if (active && fresh) input.current?.select();
  }, [active, fresh]);

  const goOnWithEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    onNext();
  };

  return (
    <label
      ref={whole}
      className={css["field"]}
      data-active={active}
      data-problem={problem !== null}
      data-compact={compact}
    >
      <span id={`${id}-label`} className={css["label"]}>
        {label}
      </span>
      <input
        ref={input}
        type="text"
        inputMode="none"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        value={text}
        onFocus={onActivate}
        // After the keypad was put away the field still has the focus; a tap brings the keypad back.
        onClick={onActivate}
        onChange={(event) => onText(cleanTyped(event.currentTarget.value, mode))}
        onKeyDown={goOnWithEnter}
        aria-labelledby={`${id}-label`}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-note`}
      />
      <span id={`${id}-note`} className={css["note"]}>
        {problem ?? echo}
      </span>
    </label>
  );
}
