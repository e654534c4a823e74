import css from "./skeleton.module.css";

/** The shape of rows that are being read from the tablet; still, because it is gone before it could move. */
export function Skeleton({
  rows = 4,
  label,
}: {
  readonly rows?: number | undefined;
  readonly label: string;
}) {
  return (
    <output className={css["skeleton"]} aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className={css["row"]} />
      ))}
    </output>
  );
}
