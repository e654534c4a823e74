import type { ReactNode } from "react";
import css from "./action-bar.module.css";

export type ActionBarProps = {
  /** Buttons, the primary one last: it ends up under the thumb. */
  readonly children: ReactNode;
  /** At the other side: the running price, a sentence. */
  readonly lead?: ReactNode;
};

/** At the bottom, in the thumb's arc, mirrored for a left hand. */
export function ActionBar({ children, lead }: ActionBarProps) {
  return (
    <footer className={css["bar"]}>
      {lead ? <div className={css["lead"]}>{lead}</div> : null}
      <div className={css["buttons"]}>{children}</div>
    </footer>
  );
}
