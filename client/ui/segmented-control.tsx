import { useId, type ReactNode } from "react";
import css from "./segmented-control.module.css";

export type Segment<Value extends string> = {
  readonly value: Value;
  readonly label: ReactNode;
  readonly detail?: ReactNode;
};

export type SegmentedControlProps<Value extends string> = {
  readonly label: string;
  readonly options: readonly Segment<Value>[];
  readonly value: Value;
  readonly onValue: (value: Value) => void;
  readonly hideLabel?: boolean | undefined;
};

/** Two to four choices side by side; native radio buttons, so arrow keys walk them. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, options, value, onValue, hideLabel } = props;
  const name = useId();
  return (
    <fieldset className={css["group"]}>
      <legend data-hidden={hideLabel}>{label}</legend>
      <div className={css["segments"]}>
        {options.map((option) => (
          <label key={option.value} className={css["segment"]}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onValue(option.value)}
            />
            <span className={css["label"]}>{option.label}</span>
            {option.detail ? <span className={css["detail"]}>{option.detail}</span> : null}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
