import type { ComponentProps, ReactNode } from "react";
import css from "./button.module.css";

type Look = {
  /** One primary button a screen: what comes next. */
  readonly variant?: "primary" | "secondary" | "quiet" | "danger" | undefined;
  /** The height of a keypad key, for the one thing a screen is about. */
  readonly big?: boolean | undefined;
  /** As wide as its place. */
  readonly wide?: boolean | undefined;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
};

export type ButtonProps = Look & Omit<ComponentProps<"button">, "className" | "style">;
export type ButtonLinkProps = Look & Omit<ComponentProps<"a">, "className" | "style">;

/** A button that does something here. */
export function Button({ variant = "secondary", big, wide, icon, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={css["button"]}
      data-variant={variant}
      data-big={big}
      data-wide={wide}
    >
      {icon}
      <span>{children}</span>
    </button>
  );
}

/** A button that goes somewhere; stands as the child of a router link. */
export function ButtonLink({
  variant = "secondary",
  big,
  wide,
  icon,
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <a {...rest} className={css["button"]} data-variant={variant} data-big={big} data-wide={wide}>
      {icon}
      <span>{children}</span>
    </a>
  );
}
