import type { ReactNode } from "react";
import css from "./banner.module.css";

export type BannerProps = {
  readonly children: ReactNode;
  /** plain: good to know. next: something to do, when it suits. alarm: something is wrong. */
  readonly tone?: "plain" | "next" | "alarm" | undefined;
  readonly icon?: ReactNode;
  readonly action?: ReactNode;
};

/** A sentence over the page with at most one thing to do: install, update, sign in again. */
export function Banner({ children, tone = "plain", icon, action }: BannerProps) {
  return (
    <div className={css["banner"]} data-tone={tone} role={tone === "alarm" ? "alert" : "status"}>
      {icon}
      <div className={css["words"]}>{children}</div>
      {action}
    </div>
  );
}
