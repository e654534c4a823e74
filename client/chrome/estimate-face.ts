import type { Standing } from "../local/queries/standing.ts";
import type { SyncState } from "../sync/sync-state.ts";
import type { Words } from "../words/dictionary.ts";
import { standingState, standingWords } from "./standing-words.ts";
import type { SyncFace } from "./sync-face.ts";

/**
 * One estimate's way: on this tablet, being sent, on the server, in Salesforce.
 *
 * @param isKept false in a window that keeps nothing after it is closed.
 */
export function estimateFace(
  standing: Standing,
  sync: SyncState,
  t: Words,
  isKept = true,
): SyncFace {
  if (standing === "on-tablet" && sync.phase === "sending" && sync.total > 1)
    return {
      state: "sending",
      text: t.standingSending(sync.sent, sync.total),
      progress: sync.sent / sync.total,
    };
  if (standing === "on-tablet" && !isKept) return { state: "held", text: t.syncInWindow };
  return { state: standingState(standing), text: standingWords(standing, t) };
}
