import type { SyncState } from "../../sync/sync-state.ts";
import type { where } from "../../words/where.ts";

/**
 * What became of "Check now", in a sentence; null for what the light over it says in its own words.
 *
 * @param before how things stood at the tap: an attempt that ends leaves another state, even if it says the same.
 */
export function checkedWords(
  before: SyncState | null,
  now: SyncState,
  w: typeof where.en,
): string | null {
  if (before === null) return null;
  if (before === now) return w.whereChecking;
  switch (now.phase) {
    case "offline":
      return w.whereCheckedNoSignal;
    case "server-away":
      return w.whereCheckedNoServer;
    case "idle":
      return w.whereChecked;
    case "sending":
    case "receiving":
      return w.whereChecking;
    case "signed-out":
    case "fault":
      return null;
  }
}
