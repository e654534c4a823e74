import { type MouseEventHandler, type ReactNode, useEffect, useRef } from "react";
import { IconLink } from "./icon-button.tsx";
import { BackIcon } from "./icons.tsx";
import { NAME, Wordmark } from "./wordmark.tsx";
import css from "./app-header.module.css";

export type AppHeaderProps = {
  /** The page's h1. Without it the wordmark stands there. */
  readonly title?: string | undefined;
  /** Under the title: a customer, an address. */
  readonly detail?: ReactNode;
  /** A real link, so that it works everywhere; `onBack` may take it over for the router. */
  readonly back?:
    | {
        readonly label: string;
        readonly href: string;
        readonly onBack?: MouseEventHandler<HTMLAnchorElement> | undefined;
      }
    | undefined;
  /** The StatusChip. On a phone it takes a line of its own. */
  readonly status?: ReactNode;
  readonly actions?: ReactNode;
};

/** The top of every screen: the way back, where one is, where the work is. */
export function AppHeader({ title, detail, back, status, actions }: AppHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const name = title === undefined ? NAME : `${title} · ${NAME}`;
    if (document.title === name) return;
    document.title = name;
    // What led here is gone, and the focus with it: whoever listens, or walks by keys, begins at the new screen's top.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <header className={css["header"]} data-back={back !== undefined}>
      {back ? (
        <IconLink label={back.label} icon={<BackIcon />} href={back.href} onClick={back.onBack} />
      ) : null}
      <div className={css["title"]}>
        <h1 ref={heading} tabIndex={-1}>
          {title ?? <Wordmark />}
        </h1>
        {detail ? <p>{detail}</p> : null}
      </div>
      {status ? <div className={css["status"]}>{status}</div> : null}
      {actions ? <div className={css["actions"]}>{actions}</div> : null}
    </header>
  );
}
