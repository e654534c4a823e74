import type { ReactNode } from "react";
import css from "./two-pane.module.css";

export type TwoPaneProps = {
  readonly list: ReactNode;
  readonly detail: ReactNode;
  /** Which of the two stands there while there is room for one. */
  readonly show: "list" | "detail";
  /** Stays in sight under the list: the running price. */
  readonly price?: ReactNode;
};

/** One pane on a portrait tablet, two from 1000 px. Each scrolls by itself. Lives in a `Screen` with `fill`. */
export function TwoPane({ list, detail, show, price }: TwoPaneProps) {
  return (
    <div className={css["panes"]} data-show={show}>
      <div className={css["list"]}>
        <div className={css["scroll"]}>{list}</div>
        {price ? <div className={css["price"]}>{price}</div> : null}
      </div>
      <div className={css["detail"]}>{detail}</div>
    </div>
  );
}
