import type { ReactNode } from "react";
import { AlertIcon, TabletIcon, TickIcon, UpIcon } from "./icons.tsx";
import { TapeProgress } from "./tape-progress.tsx";
import css from "./status-chip.module.css";

/** saved: only on this tablet. sending: on its way. done: everything is where it belongs. held: somebody has to look. */
export type StatusState = "saved" | "sending" | "done" | "held";

export type StatusChipProps = {
  readonly state: StatusState;
  readonly text: string;
  /** Share that has been sent, 0 to 1. */
  readonly progress?: number | undefined;
  readonly onOpen?: (() => void) | undefined;
};

const icons: Readonly<Record<StatusState, ReactNode>> = {
  saved: <TabletIcon size={24} />,
  sending: <UpIcon size={24} />,
  done: <TickIcon size={24} />,
  held: <AlertIcon size={24} />,
};

/** Where the work is, in a drawing and in words; opens the list of what waits and why. */
export function StatusChip({ state, text, progress, onOpen }: StatusChipProps) {
  return (
    <output className={css["live"]}>
      <button type="button" className={css["chip"]} data-state={state} onClick={onOpen}>
        {icons[state]}
        <span>{text}</span>
        {progress === undefined ? null : <TapeProgress value={progress} />}
      </button>
    </output>
  );
}
