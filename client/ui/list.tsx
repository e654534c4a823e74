import type { ReactNode } from "react";
import css from "./list.module.css";

export type ListProps = { readonly children: ReactNode; readonly label?: string | undefined };

/** Rows under one another with a rule between; each child is one `<li>` with a `ListRow` in it. */
export function List({ children, label }: ListProps) {
  return (
    <ul className={css["list"]} aria-label={label}>
      {children}
    </ul>
  );
}
