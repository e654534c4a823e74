import type { ReactNode } from "react";
import css from "./figure.module.css";

export type FigureProps = {
  readonly label: string;
  readonly value: ReactNode;
  /** Unit or a few words: "gallons", "in 5 cans". */
  readonly detail?: ReactNode;
  /** Opens how the figure came about. */
  readonly onOpen?: (() => void) | undefined;
};

/** A number with its name. With `onOpen` it can be asked where it comes from. */
export function Figure({ label, value, detail, onOpen }: FigureProps) {
  const inside = (
    <>
      <span className={css["label"]}>{label}</span>
      <span className={css["value"]}>{value}</span>
      {detail ? <span className={css["detail"]}>{detail}</span> : null}
    </>
  );
  if (!onOpen) return <div className={css["figure"]}>{inside}</div>;
  return (
    <button type="button" className={css["figure"]} onClick={onOpen}>
      {inside}
    </button>
  );
}
