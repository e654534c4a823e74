import type { StorageTrouble } from "../local/storage-errors.ts";
import type { Failure } from "./failure.ts";

/**
 * - `offline`: no connection to our server, whatever the tablet's bars say.
 * - `server-away`: the network is there, the server is not; tried again by itself.
 * - `fault`: waiting does not help; `fault` says what does.
 */
export type SyncPhase =
  | "offline"
  | "idle"
  | "sending"
  | "receiving"
  | "signed-out"
  | "server-away"
  | "fault";

/**
 * - `update`: reload to get the new version. - `refused`: the server will not take it.
 * - `removal`: say whether what the server removed may go.
 * - `full`: make room. - `lost`: the browser's storage does not answer. - `taken-over`: a newer version is open.
 */
export type Fault = "update" | "refused" | "removal" | "full" | "lost" | "taken-over";

export interface SyncState {
  readonly phase: SyncPhase;
  /** Edits on this tablet that the server has not confirmed; null until they have been counted. */
  readonly waiting: number | null;
  /** Photos that are on this tablet only, null until they have been counted; and of those how many wait for a person. */
  readonly photos: number | null;
  readonly stuck: number;
  /** Of this drain: "Sending 3 of 17". */
  readonly sent: number;
  readonly total: number;
  /** Unix milliseconds of the last complete exchange. */
  readonly lastContactAt: number | null;
  readonly fault: Fault | null;
}

/** A value that React's useSyncExternalStore and plain code can follow. */
export interface SyncStateStore {
  readonly get: () => SyncState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly change: (part: Partial<SyncState>) => void;
}

/** @param lastContactAt of an earlier start of the app, Unix milliseconds. */
export function createSyncState(lastContactAt: number | null = null): SyncStateStore {
  let state: SyncState = {
    phase: "idle",
    waiting: null,
    photos: null,
    stuck: 0,
    sent: 0,
    total: 0,
    lastContactAt,
    fault: null,
  };
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(part) {
      state = { ...state, ...part };
      for (const listener of listeners) listener();
    },
  };
}

/** How a failure is told to a person. */
export function phaseOf(failure: Failure): Pick<SyncState, "phase" | "fault"> {
  switch (failure.kind) {
    case "offline":
    case "network-lies":
      return { phase: "offline", fault: null };
    case "signed-out":
      return { phase: "signed-out", fault: null };
    case "update-needed":
      return { phase: "fault", fault: "update" };
    case "refused":
      return { phase: "fault", fault: "refused" };
    case "mass-removal":
      return { phase: "fault", fault: "removal" };
    case "storage":
      return { phase: "fault", fault: faultOf(failure.trouble) };
    case "server-away":
    case "forked":
    case "gap":
    case "epoch-changed":
      return { phase: "server-away", fault: null };
    case "stopped":
      return { phase: "idle", fault: null };
  }
}

function faultOf(trouble: StorageTrouble): Fault {
  switch (trouble) {
    case "full":
      return "full";
    case "taken_over":
      return "taken-over";
    case "lost":
    case "other":
      return "lost";
  }
}
