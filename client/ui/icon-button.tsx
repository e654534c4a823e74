import type { ComponentProps, ReactNode } from "react";
import css from "./icon-button.module.css";

type Look = { readonly label: string; readonly icon: ReactNode };

export type IconButtonProps = Look & { readonly pressed?: boolean | undefined } & Omit<
    ComponentProps<"button">,
    "className" | "style" | "children"
  >;
export type IconLinkProps = Look & Omit<ComponentProps<"a">, "className" | "style" | "children">;

/** A square button with a drawing; `label` is its name for everybody who does not see the drawing. */
export function IconButton({ label, icon, pressed, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={css["square"]}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
    >
      {icon}
    </button>
  );
}

/** The same square for going somewhere. */
export function IconLink({ label, icon, ...rest }: IconLinkProps) {
  return (
    <a {...rest} className={css["square"]} aria-label={label} title={label}>
      {icon}
    </a>
  );
}
