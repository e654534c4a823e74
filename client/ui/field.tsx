import { useId, type ComponentProps } from "react";
import css from "./field.module.css";

export type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly hint?: string | undefined;
  /** What is wrong and what to do, in one sentence. */
  readonly problem?: string | null | undefined;
} & Omit<ComponentProps<"input">, "className" | "style" | "value" | "onChange" | "id">;

/** A line of words: a name, a street, a phone number. Measures and counts have their own keypad. */
export function Field({ label, value, onText, hint, problem, ...rest }: FieldProps) {
  const id = useId();
  const note = problem ?? hint;
  return (
    <div className={css["field"]}>
      <label htmlFor={id}>{label}</label>
      <input
        type="text"
        {...rest}
        id={id}
        value={value}
        onChange={(event) => onText(event.currentTarget.value)}
        aria-invalid={problem ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
      />
      {note ? (
        <p id={`${id}-note`} className={problem ? css["problem"] : css["hint"]}>
          {note}
        </p>
      ) : null}
    </div>
  );
}
