import { createContext, use, useSyncExternalStore } from "react";
import type { SyncEngine } from "./engine.ts";
import type { SyncState } from "./sync-state.ts";

const SyncContext = createContext<SyncEngine | null>(null);

/** Gives every screen below the running engine: `<SyncProvider value={engine}>`. */
export const SyncProvider = SyncContext.Provider;

export function useSyncEngine(): SyncEngine {
  const engine = use(SyncContext);
  if (!engine) throw new Error("useSyncEngine needs a SyncProvider above it");
  return engine;
}

/** How the tablet and the server stand to each other: what the header says. */
export function useSyncState(): SyncState {
  const { state } = useSyncEngine();
  return useSyncExternalStore(state.subscribe, state.get);
}
