import type { SyncState } from "../../sync/sync-state.ts";
import type { Words } from "../../words/dictionary.ts";

/** Whether one can put the tablet away, in one sentence; unsent work is safe here, and stays here. */
export function safetyWords({ phase, waiting }: SyncState, t: Words): string {
  switch (phase) {
    case "signed-out":
      return t.signInAgain;
    case "offline":
    case "server-away":
      return t.syncNoSignal;
    case "fault":
      return `${t.errorUnknown} ${t.errorSafe} ${t.errorRestart}`;
    case "idle":
    case "sending":
    case "receiving":
      return waiting === 0 ? t.syncAllSafe : t.syncSafeToLeave;
  }
}
