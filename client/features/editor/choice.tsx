import { useId } from "react";
import css from "./choice.module.css";

type ChoiceProps = {
  readonly label: string;
  /** The name stands over it already. */
  readonly hideLabel?: boolean | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onValue: (value: string) => void;
};

/**
 * One of a few answers whose number and length the price book decides: tiles that wrap where a segmented
 * control would be cut. Native radio buttons, so arrow keys walk them.
 */
export function Choice({ label, hideLabel, options, value, onValue }: ChoiceProps) {
  const name = useId();
  return (
    <fieldset className={css["choice"]}>
      <legend data-hidden={hideLabel}>{label}</legend>
      <div className={css["tiles"]}>
        {options.map((option) => (
          <label key={option.value} className={css["tile"]}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onValue(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
