import { formatCents } from "./format-cents.ts";
import css from "./money.module.css";

export type MoneyProps = {
  /** Integer cents, US dollars. */
  readonly cents: number;
  readonly locale: string;
  readonly size?: "m" | "l" | "xl" | "xxl" | undefined;
  /** Rolls up when the figure changes: for the running price, not for every row. */
  readonly rolls?: boolean | undefined;
};

/** A price. The hero of its screen at `xxl`. */
export function Money({ cents, locale, size = "m", rolls }: MoneyProps) {
  return (
    <span className={css["money"]} data-size={size}>
      <span key={rolls ? cents : "still"} className={css["figure"]} data-rolls={rolls}>
        {formatCents(cents, locale)}
      </span>
    </span>
  );
}
