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
    <div className={css["skeleton"]} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={css["row"]} />
      ))}
    </div>
  );
}
