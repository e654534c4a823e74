import { useEffect, useSyncExternalStore } from "react";
import { uuidV7 } from "../../shared/identifiers.ts";
import type { Presence } from "../../shared/sync/wire.ts";
import { useLocal } from "../local/local-context.tsx";
import { browserEnvironment } from "./environment.ts";
import { createPresenceAnnouncer, type PresenceAnnouncer } from "./presence-announcer.ts";
import { useSync } from "./use-sync-state.ts";

/** One for the page, from the first estimate that is opened on: screens come and go. */
let announcer: PresenceAnnouncer | null = null;

const newTabId = (): string => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

/** Everybody who has this estimate open, oneself included; tells them that this tab has it open too, but for a sample. */
export function usePeopleHere(estimateId: string): Presence["people"] {
  const { presence } = useSync();
  const { isSample } = useLocal();
  useEffect(() => {
    if (isSample) return undefined;
    announcer ??= createPresenceAnnouncer(browserEnvironment(), newTabId());
    announcer.setOpen(estimateId);
    return () => announcer?.setOpen(null);
  }, [estimateId, isSample]);
  return useSyncExternalStore(presence.subscribe, () => presence.people(estimateId));
}
