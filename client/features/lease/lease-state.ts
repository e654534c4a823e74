import { useSyncExternalStore } from "react";
import type { LeaseCheck } from "../../session/check-lease.ts";

/** How far a wipe has come. */
export type WipeProgress = "handing-in" | "waiting" | "refused" | "done";

interface LeaseState {
  /** Null until it has been looked at. */
  readonly check: LeaseCheck | null;
  readonly wipe: WipeProgress | null;
}

let state: LeaseState = { check: null, wipe: null };
const listeners = new Set<() => void>();

export function changeLeaseState(part: Partial<LeaseState>): void {
  state = { ...state, ...part };
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What the watch has found out, for what is shown of it. */
export const useLeaseState = (): LeaseState => useSyncExternalStore(subscribe, () => state);
