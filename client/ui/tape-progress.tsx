import css from "./tape-progress.module.css";

/**
 * Tape being pulled along the edge of its box: torn at the end while there is more to come, cut straight when done.
 * A drawing only; the words beside it carry the number. `value` is 0 to 1.
 */
export function TapeProgress({ value }: { readonly value: number }) {
  const share = Math.min(1, Math.max(0, value));
  return (
    <span
      className={css["tape"]}
      data-done={share === 1}
      style={{ width: `${share * 100}%` }}
      aria-hidden="true"
    />
  );
}
