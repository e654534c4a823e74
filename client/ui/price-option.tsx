import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { TickIcon } from "./icons.tsx";
import { Money } from "./money.tsx";
import css from "./price-option.module.css";

export type PriceOptionProps = {
  readonly name: string;
  /** What the customer gets for it, in a line: "Two coats, washable". */
  readonly promise?: ReactNode;
  readonly cents: number;
  readonly locale: string;
  readonly chosen: boolean;
  readonly chosenLabel: string;
  readonly chooseLabel: string;
  /** Missing while nothing may be chosen any more. */
  readonly onChoose?: (() => void) | undefined;
  /** Figures and products. */
  readonly children?: ReactNode;
};

/** One way to do the job and what it costs; two or three stand in `PriceOptions`. */
export function PriceOption(props: PriceOptionProps) {
  const { name, promise, cents, locale, chosen, chosenLabel, chooseLabel, onChoose, children } =
    props;
  return (
    <section className={css["option"]} data-chosen={chosen} aria-label={name}>
      <header className={css["head"]}>
        <h2>{name}</h2>
        {chosen ? (
          <span className={css["chosen"]}>
            <TickIcon size={22} />
            {chosenLabel}
          </span>
        ) : null}
      </header>
      <div className={css["price"]}>
        <Money cents={cents} locale={locale} size="xl" />
      </div>
      {promise ? <p className={css["promise"]}>{promise}</p> : null}
      <div className={css["inside"]}>{children}</div>
      {onChoose && !chosen ? (
        <Button wide onClick={onChoose}>
          {chooseLabel}
        </Button>
      ) : null}
    </section>
  );
}

/** Options side by side from 42 rem, under one another below; the figures of all stand on the same lines. */
export function PriceOptions({ children }: { readonly children: ReactNode }) {
  return (
    <div className={css["room"]}>
      <div className={css["options"]}>{children}</div>
    </div>
  );
}
