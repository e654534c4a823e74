import type { ReactNode } from "react";
import css from "./keypad-dock.module.css";

export type KeypadDockProps = {
  /** The fields; they scroll by themselves in what the keypad leaves. */
  readonly children: ReactNode;
  readonly keypad: ReactNode;
};

/**
 * Fields and their keypad, each with its own room: under one another, or side by side (keypad at the tapping hand, low)
 * where the dock itself is 760 px wide and the window lies on its side. Lives in a `Screen` with `fill` or in a TwoPane.
 */
export function KeypadDock({ children, keypad }: KeypadDockProps) {
  return (
    <div className={css["dock"]}>
      <div className={css["inside"]}>
        <div className={css["fields"]}>{children}</div>
        {keypad ? <div className={css["keypad"]}>{keypad}</div> : null}
      </div>
    </div>
  );
}
