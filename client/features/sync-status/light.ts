import type { SyncState } from "../../sync/sync-state.ts";
import type { where } from "../../words/where.ts";

/** May one put the tablet away? Yes; yes, but it holds what nobody else has; or somebody has to look first. */
export type Light = "safe" | "here-only" | "needs-you";

export interface Standing {
  readonly sync: SyncState;
  /** Edits that the server refused. */
  readonly refused: number;
  /** Conflicts that are open. */
  readonly toSettle: number;
  /** Edits and photos that are on this tablet only. */
  readonly here: number;
  /** Of the photos, those that wait for a person. */
  readonly stuck: number;
  /** Others whose edits are on this tablet only, and how many: they alone can send them. */
  readonly others: readonly { readonly userName: string; readonly waiting: number }[];
}

export function lightOf({ sync, refused, toSettle, here, stuck, others }: Standing): Light {
  if (refused + toSettle + stuck > 0) return "needs-you";
  if (sync.phase === "fault" || sync.phase === "signed-out") return "needs-you";
  return here > 0 || others.length > 0 ? "here-only" : "safe";
}

/** Why it is so and what to do, in a sentence or two. */
export function lightWords(standing: Standing, w: typeof where.en): string {
  const { sync, refused, toSettle, here, stuck, others } = standing;
  const [other] = others;
  const nothingOfOurs = other ? w.whereOthers(other.waiting, other.userName) : w.whereAllSafe;
  if (sync.phase === "fault" && sync.fault !== "removal") return faultWords(sync.fault, w);
  if (sync.phase === "signed-out") return here > 0 ? w.whereSignIn : w.whereSignedOut;
  if (refused > 0) return w.whereNotTaken(refused);
  if (toSettle > 0) return w.whereToSettle(toSettle);
  if (stuck > 0) return w.wherePhotosStuck(stuck);
  switch (sync.phase) {
    case "offline":
      return here > 0 ? w.whereNoSignal : nothingOfOurs;
    case "server-away":
      return here > 0 ? w.whereServerAway : nothingOfOurs;
    case "sending":
      if (sync.total > 1) return w.whereSending(sync.sent, sync.total);
      break;
    case "fault":
      return w.whereRemovalAsked;
    case "idle":
    case "receiving":
      break;
  }
  return here > 0 ? w.whereGoesOut : nothingOfOurs;
}

function faultWords(fault: SyncState["fault"], w: typeof where.en): string {
  switch (fault) {
    case "update":
      return `${w.whereTooOld} ${w.whereTooOldTodo}`;
    case "full":
      return w.whereStorage;
    case "lost":
      return w.whereLost;
    case "taken-over":
      return w.whereTakenOver;
    case "removal":
    case "refused":
    case null:
      return w.whereRefused;
  }
}
