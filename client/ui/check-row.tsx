import type { ReactNode } from "react";
import css from "./check-row.module.css";

export type CheckRowProps = {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChecked: (checked: boolean) => void;
  readonly detail?: ReactNode;
  readonly meta?: ReactNode;
  /** A check is part of the job ("Ceiling"); a switch turns something on at once ("Left-handed"). */
  readonly kind?: "check" | "switch" | undefined;
  readonly disabled?: boolean | undefined;
};

/** A native checkbox whose whole row is its target. */
export function CheckRow({
  label,
  checked,
  onChecked,
  detail,
  meta,
  kind = "check",
  disabled,
}: CheckRowProps) {
  return (
    <label className={css["row"]}>
      <input
        type="checkbox"
        role={kind === "switch" ? "switch" : undefined}
        className={kind === "switch" ? css["switch"] : css["check"]}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChecked(event.currentTarget.checked)}
      />
      <span className={css["words"]}>
        <span className={css["label"]}>{label}</span>
        {detail ? <span className={css["detail"]}>{detail}</span> : null}
      </span>
      {meta ? <span className={css["meta"]}>{meta}</span> : null}
    </label>
  );
}
