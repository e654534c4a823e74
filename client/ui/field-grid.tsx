import type { ReactNode } from "react";
import css from "./field-grid.module.css";

/** Fields side by side as far as a measure in feet, inches and eighths still fits into each. */
export function FieldGrid({ children }: { readonly children: ReactNode }) {
  return <div className={css["grid"]}>{children}</div>;
}
