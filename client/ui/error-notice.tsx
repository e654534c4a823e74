import type { ReactNode } from "react";
import { AlertIcon } from "./icons.tsx";
import css from "./error-notice.module.css";

export type ErrorNoticeProps = {
  readonly happened: string;
  readonly safe: string;
  readonly todo: string;
  readonly action?: ReactNode;
};

/** A problem in three sentences, in this order: what happened, what is safe, what to do. */
export function ErrorNotice({ happened, safe, todo, action }: ErrorNoticeProps) {
  return (
    <div className={css["notice"]} role="alert">
      <AlertIcon size={32} />
      <div className={css["words"]}>
        <p className={css["happened"]}>{happened}</p>
        <p>{safe}</p>
        <p>{todo}</p>
        {action ? <div className={css["action"]}>{action}</div> : null}
      </div>
    </div>
  );
}
