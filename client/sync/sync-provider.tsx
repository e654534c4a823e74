import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useLocal } from "../local/local-context.tsx";
import { startSync, type SyncEngine } from "./engine.ts";
import { createSyncState } from "./sync-state.ts";
import { type Sync, SyncContext } from "./use-sync-state.ts";

type SyncProviderProps = {
  /** Which build of the app asks; the server logs it. */
  readonly build: string;
  readonly children: ReactNode;
};

/** Keeps the opened tablet and the server alike for as long as it stands, and tells every screen below how they are. */
export function SyncProvider({ build, children }: SyncProviderProps) {
  const local = useLocal();
  const [state] = useState(createSyncState);
  const engine = useRef<SyncEngine>(null);

  // An effect, so that the first screen is on the glass before the engine reads the outbox and asks the server.
  useEffect(() => {
    const started = startSync({ local, build, state });
    engine.current = started;
    return started.stop;
  }, [local, build, state]);

  const sync = useMemo<Sync>(() => ({ state, syncNow: () => engine.current?.syncNow() }), [state]);
  return <SyncContext value={sync}>{children}</SyncContext>;
}
