import type { ReactNode } from "react";
import { Link } from "wouter";
import { NextIcon } from "../ui/icons.tsx";
import { List } from "../ui/list.tsx";
import { ListRow } from "../ui/list-row.tsx";

interface WayRowProps {
  readonly href: string;
  readonly title: string;
  /** What is found there. */
  readonly detail: string;
  readonly icon: ReactNode;
}

/** A row by itself that leads to another screen. */
export function WayRow({ href, title, detail, icon }: WayRowProps) {
  return (
    <List>
      <li>
        <Link href={href} asChild>
          <ListRow
            href={href}
            title={title}
            detail={detail}
            lead={icon}
            meta={<NextIcon size={20} />}
          />
        </Link>
      </li>
    </List>
  );
}
