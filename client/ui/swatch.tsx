import css from "./swatch.module.css";

export type SwatchProps = {
  /** The customer's real colour, as CSS understands it. Data, not design. */
  readonly colour: string;
  readonly name: string;
};

/** A colour of the job, never without its name. */
export function Swatch({ colour, name }: SwatchProps) {
  return (
    <span className={css["swatch"]}>
      <span className={css["chip"]} style={{ backgroundColor: colour }} aria-hidden="true" />
      {name}
    </span>
  );
}
