import { useId, type ReactNode } from "react";
import css from "./section.module.css";

type SectionProps = {
  readonly title: string;
  /** At the far end of the heading. */
  readonly sign?: ReactNode;
  readonly children: ReactNode;
};

/** A part of a page with its heading. */
export function Section({ title, sign, children }: SectionProps) {
  const id = useId();
  return (
    <section className={css["section"]} aria-labelledby={id}>
      <div className={css["head"]}>
        <h2 id={id}>{title}</h2>
        {sign}
      </div>
      {children}
    </section>
  );
}
