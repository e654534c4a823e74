import type { MouseEventHandler, ReactNode } from "react";
import { IconLink } from "./icon-button.tsx";
import { BackIcon } from "./icons.tsx";
import { Wordmark } from "./wordmark.tsx";
import css from "./app-header.module.css";

export type AppHeaderProps = {
  /** The page's h1. Without it the wordmark stands there. */
  readonly title?: ReactNode;
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
  return (
    <header className={css["header"]} data-back={back !== undefined}>
      {back ? (
        <IconLink label={back.label} icon={<BackIcon />} href={back.href} onClick={back.onBack} />
      ) : null}
      <div className={css["title"]}>
        <h1>{title ?? <Wordmark />}</h1>
        {detail ? <p>{detail}</p> : null}
      </div>
      {status ? <div className={css["status"]}>{status}</div> : null}
      {actions ? <div className={css["actions"]}>{actions}</div> : null}
    </header>
  );
}
