import type { PresenceRequest } from "../../shared/sync/wire.ts";
import type { SyncEnvironment } from "./environment.ts";

/** The server forgets a tab after 45 s: of two words that follow each other one may be lost. */
export const BEAT_MS = 20_000;
/** One screen of an estimate follows the other: that is no leaving. */
export const LEAVE_PAUSE_MS = 300;
const TIMEOUT_MS = 10_000;

export interface PresenceAnnouncer {
  /** The estimate that is on the screen, or null when none is any more. */
  readonly setOpen: (estimateId: string | null) => void;
  readonly stop: () => void;
}

/**
 * Tells the server which estimate this tab has open, at once and again and again while somebody sees it. What does not
 * arrive is not repeated: the next word says it all.
 *
 * @param tabId of this start of the app.
 */
export function createPresenceAnnouncer(
  { fetch, later, isVisible, onAwake, onHidden }: SyncEnvironment,
  tabId: string,
): PresenceAnnouncer {
  const stopping = new AbortController();
  let open: string | null = null;
  /** What the server has been told last. */
  let said: string | null = null;
  let beat = 0;
  let cancel = () => {};

  function say(estimateId: string | null): void {
    said = estimateId;
    beat += 1;
    const word: PresenceRequest = { estimateId, tabId, beat };
    // It outlives a page that is being closed.
    const init = { method: "POST", keepalive: true, signal: AbortSignal.timeout(TIMEOUT_MS) };
    const headers = { "content-type": "application/json" };
    fetch("/api/sync/presence", { ...init, headers, body: JSON.stringify(word) }).catch(() => {});
  }

  function sayAndAgain(): void {
    cancel();
    if (open === null || !isVisible()) return;
    say(open);
    cancel = later(sayAndAgain, BEAT_MS);
  }

  function leave(): void {
    cancel();
    if (said !== null) say(null);
  }

  onAwake(sayAndAgain, stopping.signal);
  onHidden(leave, stopping.signal);
  return {
    setOpen(estimateId) {
      open = estimateId;
      if (estimateId === null) {
        cancel();
        cancel = later(leave, LEAVE_PAUSE_MS);
      } else if (estimateId === said) {
        cancel();
        cancel = later(sayAndAgain, BEAT_MS / 2);
      } else sayAndAgain();
    },
    stop() {
      stopping.abort();
      leave();
    },
  };
}
