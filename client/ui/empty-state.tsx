import type { ReactNode } from "react";
import css from "./empty-state.module.css";

export type EmptyStateProps = {
  readonly title: string;
  readonly children?: ReactNode;
  /** The next action, always offered where there is one. */
  readonly action?: ReactNode;
};

/** A place with nothing in it yet: a masked-off outline, what will stand there, and how to begin. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={css["empty"]}>
      <h2>{title}</h2>
      {children ? <div className={css["words"]}>{children}</div> : null}
      {action}
    </div>
  );
}
