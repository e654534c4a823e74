import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useLocal } from "../local/local-context.tsx";
import { startSync, type SyncEngine } from "./engine.ts";
import { createPresenceFeed } from "./presence-feed.ts";
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
  const [presence] = useState(createPresenceFeed);
  const engine = useRef<SyncEngine>(null);

  // An effect, so that the first screen is on the glass before the engine reads the outbox and asks the server.
  useEffect(() => {
    const started = startSync({ local, build, state, presence });
    engine.current = started;
    return started.stop;
  }, [local, build, state, presence]);

  const sync = useMemo<Sync>(
    () => ({ state, presence, syncNow: () => engine.current?.syncNow() }),
    [state, presence],
  );
  return <SyncContext value={sync}>{children}</SyncContext>;
}
