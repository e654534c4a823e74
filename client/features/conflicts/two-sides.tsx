import type { ReactNode } from "react";
import { useLocal } from "../../local/local-context.tsx";
import { Button } from "../../ui/button.tsx";
import css from "./conflict-card.module.css";

export interface ShownSideOf {
  readonly key: "theirs" | "mine";
  /** Which of the two this is: "Stands now". */
  readonly title: string;
  /** The value, or what was done. */
  readonly shown: ReactNode;
  readonly who: string;
  readonly when: string;
  readonly note?: string | undefined;
  readonly keep: string;
  /** The button's name with its value, for who hears the page. */
  readonly keepName: string;
  readonly danger?: boolean | undefined;
}

type TwoSidesProps = {
  readonly sides: readonly ShownSideOf[];
  readonly onKeep: (key: ShownSideOf["key"]) => void;
};

/** Both values side by side, alike in everything: neither of the two is the one to tap. */
export function TwoSides({ sides, onKeep }: TwoSidesProps) {
  const { readOnly } = useLocal();
  return (
    <div className={css["room"]}>
      <div className={css["sides"]}>
        {sides.map((side) => (
          <section key={side.key} className={css["side"]} aria-label={side.title}>
            <p className={css["which"]}>{side.title}</p>
            {side.shown}
            <p className={css["who"]}>
              <strong>{side.who}</strong>
              {side.when === "" ? null : <span className={css["soft"]}>{side.when}</span>}
              {side.note === undefined ? null : <span className={css["soft"]}>{side.note}</span>}
            </p>
            {readOnly ? null : (
              <Button
                wide
                variant={side.danger ? "danger" : "secondary"}
                aria-label={side.keepName}
                onClick={() => onKeep(side.key)}
              >
                {side.keep}
              </Button>
            )}
          </section>
        ))}
      </div>
    </div>
  );
}
