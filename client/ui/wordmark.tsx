import css from "./wordmark.module.css";

/** A name is not translated. */
export const NAME = "Paintbox";

/** The name, on a strip of tape that has been torn off by hand. */
export function Wordmark() {
  return <span className={css["wordmark"]}>{NAME}</span>;
}
