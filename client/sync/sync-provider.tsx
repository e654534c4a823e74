import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { afterPaint } from "../local/after-paint.ts";
import { useLocal } from "../local/local-context.tsx";
import type { SyncEngine } from "./engine.ts";
import { readLastContact, rememberContact } from "./last-contact.ts";
import type { PhotoUploader } from "./photos/photo-uploader.ts";
import { createPresenceFeed } from "./presence-feed.ts";
import { createSyncState } from "./sync-state.ts";
import { type Sync, SyncContext } from "./use-sync-state.ts";

/** A first visit on a weak signal may have to ask for the engine's code more than once. */
const ASK_AGAIN_MS = 3_000;

type SyncProviderProps = {
  /** Which build of the app asks; the server logs it. */
  readonly build: string;
  /** Whose tablet it is. */
  readonly userId: string;
  readonly children: ReactNode;
};

/** Keeps the opened tablet and the server alike for as long as it stands, and tells every screen below how they are. */
export function SyncProvider({ build, userId, children }: SyncProviderProps) {
  const given = useLocal();
  // Whether there may be edits changes under way (a role, a lease); what is exchanged does not.
  const [local] = useState(given);
  const { name } = local.database;
  const [state] = useState(() => createSyncState(readLastContact(name)));
  const [presence] = useState(createPresenceFeed);
  const engine = useRef<SyncEngine>(null);
  const photos = useRef<PhotoUploader>(null);

  useEffect(() => rememberContact(state, name), [state, name]);

  // An effect, and code of its own: the first screen is on the glass before the engine is asked for, reads the outbox
  // and asks the server.
  useEffect(() => {
    const life = new AbortController();
    void untilLoaded(life.signal, () => import("./engine.ts")).then((loaded) => {
      if (life.signal.aborted || !loaded) return;
      const started = loaded.startSync({ local, build, userId, state, presence });
      engine.current = started;
      life.signal.addEventListener("abort", started.stop);
    });
    void untilLoaded(life.signal, () => import("./photos/photo-uploader.ts")).then((loaded) => {
      if (life.signal.aborted || !loaded) return;
      const started = loaded.startPhotos({ local, userId, state });
      photos.current = started;
      life.signal.addEventListener("abort", started.stop);
    });
    return () => life.abort();
  }, [local, build, userId, state, presence]);

  const sync = useMemo<Sync>(
    () => ({
      state,
      presence,
      syncNow() {
        engine.current?.syncNow();
        photos.current?.sendNow();
      },
    }),
    [state, presence],
  );
  return <SyncContext value={sync}>{children}</SyncContext>;
}

/** Null when nobody wants it any more. */
async function untilLoaded<T>(signal: AbortSignal, load: () => Promise<T>): Promise<T | null> {
  await afterPaint();
  while (!signal.aborted)
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    }
  return null;
}
