import { useState } from "react";
import { formatCents, splitCents } from "./format-cents.ts";
import css from "./money.module.css";

export type MoneyProps = {
  /** Integer cents, US dollars. */
  readonly cents: number;
  readonly size?: "m" | "l" | "xl" | "xxl" | undefined;
  /** Moves up into its place when the figure changes: for the running price, not for every row. */
  readonly rolls?: boolean | undefined;
};

/** A price. The hero of its screen at `xxl`. */
export function Money({ cents, size = "m", rolls }: MoneyProps) {
  const [whole, rest] = splitCents(cents);
  const [last, setLast] = useState({ cents, changed: false });
  if (last.cents !== cents) setLast({ cents, changed: true });
  const small = size === "xl" || size === "xxl";
  return (
    <span className={css["money"]} data-size={size}>
      <span
        key={rolls ? cents : "still"}
        className={css["figure"]}
        data-rolls={rolls && last.changed}
      >
        {small ? (
          <>
            {whole}
            <span className={css["cents"]}>{rest}</span>
          </>
        ) : (
          formatCents(cents)
        )}
      </span>
    </span>
  );
}
