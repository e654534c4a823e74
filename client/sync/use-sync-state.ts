import { createContext, use, useSyncExternalStore } from "react";
import type { SyncEngine } from "./engine.ts";
import type { SyncState } from "./sync-state.ts";

/** What screens may know of the engine and ask of it; `SyncProvider` gives it. */
export type Sync = Pick<SyncEngine, "state" | "presence" | "syncNow">;

export const SyncContext = createContext<Sync | null>(null);

export function useSync(): Sync {
  const sync = use(SyncContext);
  if (!sync) throw new Error("useSync needs a SyncProvider above it");
  return sync;
}

/** How the tablet and the server stand to each other: what the header says. */
export function useSyncState(): SyncState {
  const { state } = useSync();
  return useSyncExternalStore(state.subscribe, state.get);
}
