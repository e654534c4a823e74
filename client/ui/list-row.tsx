import type { MouseEventHandler, ReactNode } from "react";
import css from "./list-row.module.css";

export type ListRowProps = {
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** At the far end: a price, a date, a state. */
  readonly meta?: ReactNode;
  /** Before the title: a swatch or an icon. */
  readonly lead?: ReactNode;
  /** The row whose detail is open beside the list. */
  readonly current?: boolean | undefined;
  readonly href?: string | undefined;
  readonly onClick?: MouseEventHandler<HTMLElement> | undefined;
};

/** A row of 64 px or more; with `href` or `onClick` the whole row is the target. Stands as child of a router link. */
export function ListRow({ title, detail, meta, lead, current, href, onClick }: ListRowProps) {
  const inside = (
    <>
      {lead ? <span className={css["lead"]}>{lead}</span> : null}
      <span className={css["words"]}>
        <span className={css["title"]}>{title}</span>
        {detail ? <span className={css["detail"]}>{detail}</span> : null}
      </span>
      {meta ? <span className={css["meta"]}>{meta}</span> : null}
    </>
  );
  const here = current ? "true" : undefined;
  if (href !== undefined) {
    return (
      <a className={css["row"]} href={href} onClick={onClick} aria-current={here} data-tappable>
        {inside}
      </a>
    );
  }
  if (onClick) {
    return (
      <button
        type="button"
        className={css["row"]}
        onClick={onClick}
        aria-current={here}
        data-tappable
      >
        {inside}
      </button>
    );
  }
  return <div className={css["row"]}>{inside}</div>;
}
