import css from "./wordmark.module.css";

/** The name, on a strip of tape that has been torn off by hand. A name is not translated. */
export function Wordmark() {
  return <span className={css["wordmark"]}>Paintbox</span>;
}
