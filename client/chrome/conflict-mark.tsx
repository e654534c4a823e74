import { Link } from "wouter";
import { AlertIcon, NextIcon } from "../ui/icons.tsx";
import css from "./conflict-mark.module.css";

export type ConflictMarkProps = {
  readonly href: string;
  /** What it stands beside, for who hears it alone: a customer, a field. */
  readonly about: string;
  readonly words: string;
};

/** Beside what two people do not agree about: that they do not, and the way to settle it. */
export function ConflictMark({ href, about, words }: ConflictMarkProps) {
  return (
    <Link href={href} className={css["mark"]} aria-label={`${about}: ${words}`}>
      <AlertIcon size={20} />
      <span className={css["words"]}>{words}</span>
      <NextIcon size={20} />
    </Link>
  );
}
