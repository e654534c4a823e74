import type { SyncState } from "../../sync/sync-state.ts";
import type { Words } from "../../words/dictionary.ts";

/** Whether one can put the tablet away, in one sentence; unsent work is safe here, and stays here. */
export function safetyWords({ phase, waiting, fault }: SyncState, t: Words): string {
  switch (phase) {
    case "signed-out":
      return t.signInAgain;
    case "offline":
    case "server-away":
      return t.syncNoSignal;
    case "fault":
      return `${faultWords(fault, t)} ${t.errorSafe}`;
    case "idle":
    case "sending":
    case "receiving":
      return waiting === 0 ? t.syncAllSafe : t.syncSafeToLeave;
  }
}

/** What is wrong and what to do about it, when waiting does not help. */
function faultWords(fault: SyncState["fault"], t: Words): string {
  switch (fault) {
    case "update":
      return `${t.syncTooOld} ${t.syncTooOldTodo}`;
    case "full":
      return `${t.errorStorageFull} ${t.errorStorageFullTodo}`;
    case "removal":
      return t.removalAsk;
    case "lost":
      return `${t.openBroken} ${t.openBrokenTodo}`;
    case "taken-over":
      return `${t.saveClosed} ${t.saveClosedTodo}`;
    case "refused":
    case null:
      return `${t.errorUnknown} ${t.errorRestart}`;
  }
}
