import { type ReactNode, use, useState } from "react";
import { NoticeBoard, ranks } from "./notice-board.tsx";
import { ScreenNotices } from "./screen-notices.ts";
import css from "./screen.module.css";

export type ScreenProps = {
  readonly header: ReactNode;
  readonly children: ReactNode;
  /** An ActionBar. It has its own place; it never lies over the page. */
  readonly bar?: ReactNode;
  /** The child fills the whole middle and scrolls by itself: TwoPane and KeypadDock. */
  readonly fill?: boolean | undefined;
  /** One notice at a time stands above the page, by importance, the others after it. */
  readonly oneNotice?: boolean | undefined;
  /** A text with nothing in it to stop at: the middle itself takes the keys that scroll. */
  readonly isReading?: boolean | undefined;
};

/** One full height: header, a middle that scrolls, a bar at the thumb. What the whole app has to say comes first. */
export function Screen({ header, children, bar, fill, oneNotice, isReading }: ScreenProps) {
  const notices = <div className={css["notices"]}>{use(ScreenNotices)}</div>;
  return (
    <div className={css["screen"]}>
      <div>
        {header}
        {fill ? notices : null}
      </div>
      {/* What scrolls has to take the keys that scroll it, where nothing within does (WCAG 2.1.1). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <main className={css["main"]} data-fill={fill} tabIndex={isReading ? 0 : undefined}>
        {fill ? (
          children
        ) : (
          <div className={css["column"]}>
            {oneNotice ? (
              <OneNotice>{children}</OneNotice>
            ) : (
              <>
                {notices}
                {children}
              </>
            )}
          </div>
        )}
      </main>
      {bar}
    </div>
  );
}

function OneNotice({ children }: Pick<ScreenProps, "children">) {
  const [above, setAbove] = useState<HTMLElement | null>(null);
  const [after, setAfter] = useState<HTMLElement | null>(null);
  return (
    <NoticeBoard above={above} after={after}>
      {use(ScreenNotices)}
      <div ref={setAbove} className={css["notices"]} />
      {children}
      <div ref={setAfter} className={css["notices"]}>
        {Object.values(ranks).map((rank) => (
          <div key={rank} className={css["notices"]} />
        ))}
      </div>
    </NoticeBoard>
  );
}
