import { useId } from "react";
import css from "./select-field.module.css";

export type SelectOption = { readonly value: string; readonly label: string };

export type SelectFieldProps = {
  readonly label: string;
  readonly options: readonly SelectOption[];
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hint?: string | undefined;
};

/** One of many, or one that is seldom changed: the tablet's own list. Few answers at hand are better as tiles. */
export function SelectField({ label, options, value, onValue, hint }: SelectFieldProps) {
  const id = useId();
  return (
    <div className={css["field"]}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={css["hint"]}>
          {hint}
        </p>
      )}
    </div>
  );
}
