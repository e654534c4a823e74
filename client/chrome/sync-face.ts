import type { SyncState } from "../sync/sync-state.ts";
import type { StatusState } from "../ui/status-chip.tsx";
import type { Words } from "../words/dictionary.ts";

export interface SyncFace {
  readonly state: StatusState;
  readonly text: string;
  /** Share sent, while sending. */
  readonly progress?: number | undefined;
}

/**
 * What the header says. Unsent work is always named first, whatever else is going on; being offline with
 * nothing unsent is normal and looks normal. Null until it is known: nothing is claimed that may not be so.
 *
 * @param needing edits that the server refused and conflicts that are open; undefined until they were read. Photos that
 *   wait for a person come to them.
 * @param isKept false in a window that keeps nothing after it is closed.
 */
export function syncFace(
  sync: SyncState,
  needing: number | undefined,
  t: Words,
  isKept = true,
): SyncFace | null {
  if (needing === undefined || sync.waiting === null || sync.photos === null) return null;
  const held = needing + sync.stuck;
  if (held > 0) return { state: "held", text: t.syncHeld(held) };
  if (sync.waiting + sync.photos > 0) {
    if (sync.phase === "signed-out") return { state: "saved", text: t.syncSignIn };
    if (sync.phase === "sending" && sync.total > 1)
      return {
        state: "sending",
        text: t.syncSent(sync.sent, sync.total),
        progress: sync.sent / sync.total,
      };
    return isKept ? { state: "saved", text: t.syncLocal } : { state: "held", text: t.syncInWindow };
  }
  if (sync.phase === "offline" || sync.phase === "server-away")
    return { state: "done", text: t.syncOfflineAllSent };
  if (sync.phase === "signed-out") return { state: "held", text: t.syncSignIn };
  if (sync.phase === "fault")
    return { state: "held", text: sync.fault === "removal" ? t.syncAsked : t.errorUnknown };
  return { state: "done", text: t.syncAllOnServer };
}
