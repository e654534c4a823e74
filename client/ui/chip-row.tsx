import type { ReactNode } from "react";
import css from "./chip-row.module.css";

/** Short answers beside one another, wrapping where they must. */
export function ChipRow({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <fieldset className={css["chips"]} aria-label={label}>
      {children}
    </fieldset>
  );
}

type ChipProps = {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** This is the answer that stands. */
  readonly pressed?: boolean | undefined;
};

/** One of them. */
export function Chip({ children, onPress, pressed }: ChipProps) {
  return (
    <button type="button" className={css["chip"]} aria-pressed={pressed} onClick={onPress}>
      {children}
    </button>
  );
}
