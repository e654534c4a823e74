import css from "./facts.module.css";

export type FactsProps = {
  /** Empty ones leave no trace; no two alike. */
  readonly facts: readonly string[];
};

/** A few short facts, each kept whole: side by side with dots between, on a phone under one another. */
export function Facts({ facts }: FactsProps) {
  return (
    <span className={css["facts"]}>
      <span className={css["line"]}>
        {facts
          .filter((fact) => fact !== "")
          .map((fact) => (
            <span key={fact} className={css["fact"]}>
              {fact}
            </span>
          ))}
      </span>
    </span>
  );
}
