import css from "./facts.module.css";

export interface Fact {
  readonly label: string;
  /** Line breaks stay. A fact without a value is left out. */
  readonly value: string;
  readonly detail?: string | undefined;
}

/** What is looked up and not changed here. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={css["facts"]}>
      {facts
        .filter(({ value }) => value.trim() !== "")
        .map(({ label, value, detail }) => (
          <div key={label} className={css["fact"]}>
            <dt>{label}</dt>
            <dd>{value}</dd>
            {detail === undefined ? null : <dd className={css["detail"]}>{detail}</dd>}
          </div>
        ))}
    </dl>
  );
}
