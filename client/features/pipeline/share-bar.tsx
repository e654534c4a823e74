import css from "./share-bar.module.css";

type ShareBarProps = {
  /** How long the bar is, from 0 to 1 of the room. */
  readonly length: number;
  /** How much of it is filled, from 0 to 1. */
  readonly filled: number;
};

/** A drawing only: how many there were, and how many of those were won. The figures stand beside it. */
export function ShareBar({ length, filled }: ShareBarProps) {
  return (
    <span className={css["room"]} aria-hidden="true">
      <span className={css["bar"]} style={{ inlineSize: `${length * 100}%` }}>
        <span className={css["filled"]} style={{ inlineSize: `${filled * 100}%` }} />
      </span>
    </span>
  );
}
