import type { Standing } from "../local/queries/standing.ts";
import type { StatusState } from "../ui/status-chip.tsx";
import type { Words } from "../words/dictionary.ts";

/** Where an estimate is, in words: the same on every screen. */
export function standingWords(standing: Standing, t: Words): string {
  switch (standing) {
    case "on-tablet":
      return t.syncLocal;
    case "on-server":
      return t.standingOnServer;
    case "in-salesforce":
      return t.stateSent;
    case "refused":
      return t.standingRefused;
  }
}

/** The drawing beside the words. */
export function standingState(standing: Standing): StatusState {
  switch (standing) {
    case "on-tablet":
      return "saved";
    case "on-server":
    case "in-salesforce":
      return "done";
    case "refused":
      return "held";
  }
}
