import { useId } from "react";
import { MinusIcon, PlusIcon } from "./icons.tsx";
import { clampCount } from "./clamp-count.ts";
import css from "./stepper.module.css";

export type StepperProps = {
  readonly label: string;
  readonly value: number;
  readonly onValue: (value: number) => void;
  /** "One door less". */
  readonly lessLabel: string;
  /** "One door more". */
  readonly moreLabel: string;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
};

/** Counts whole things, one at a time: doors, windows, coats. */
export function Stepper({
  label,
  value,
  onValue,
  lessLabel,
  moreLabel,
  min = 0,
  max = 999,
}: StepperProps) {
  const id = useId();
  const step = (by: number) => onValue(clampCount(value + by, min, max));
  return (
    <fieldset className={css["stepper"]} aria-labelledby={id}>
      <span id={id} className={css["label"]}>
        {label}
      </span>
      <button type="button" aria-label={lessLabel} disabled={value <= min} onClick={() => step(-1)}>
        <MinusIcon />
      </button>
      <output className={css["value"]}>{value}</output>
      <button type="button" aria-label={moreLabel} disabled={value >= max} onClick={() => step(1)}>
        <PlusIcon />
      </button>
    </fieldset>
  );
}
