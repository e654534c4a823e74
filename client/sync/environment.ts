import { signedFetch } from "../session/signed-fetch.ts";
import type { Heartbeats } from "./drain-lock.ts";
import type { PokeSource } from "./pokes.ts";
import type { Later, PostText } from "./wire-client.ts";

/** What the engine needs of the outside world, so that a test can be that world. */
export interface SyncEnvironment {
  readonly fetch: PostText;
  /** Missing in browsers without Web Locks. */
  readonly locks?: LockManager | undefined;
  /** Missing in browsers without BroadcastChannel. */
  readonly openHeartbeats?: ((name: string) => Heartbeats) | undefined;
  readonly openPokes?: (() => PokeSource) | undefined;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Unix milliseconds, by the tablet's clock: for people to read. */
  readonly now: () => number;
  /** Milliseconds since some moment, by a clock that nobody can set: for how long something takes. */
  readonly elapsed: () => number;
  readonly later: Later;
  readonly isVisible: () => boolean;
  /** Calls back when the network returns or the app comes to the front; stops with the signal. */
  readonly onAwake: (listener: () => void, signal: AbortSignal) => void;
  readonly onHidden: (listener: () => void, signal: AbortSignal) => void;
}

export const browserEnvironment = (): SyncEnvironment => ({
  fetch: (path, init) => signedFetch(path, init),
  // Only on secure origins, which lib.dom takes for granted.
  locks: "locks" in navigator ? navigator.locks : undefined,
  openHeartbeats: "BroadcastChannel" in globalThis ? openHeartbeats : undefined,
  openPokes: () => new EventSource("/api/sync/events"),
  random: Math.random,
  now: Date.now,
  elapsed: () => performance.now(),
  later(work, milliseconds) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
  isVisible,
  onAwake(listener, signal) {
    addEventListener("online", listener, { signal });
    addEventListener("pageshow", listener, { signal });
    document.addEventListener("visibilitychange", () => isVisible() && listener(), { signal });
  },
  onHidden(listener, signal) {
    // A page that is left for another is not always hidden first.
    addEventListener("pagehide", listener, { signal });
    document.addEventListener("visibilitychange", () => !isVisible() && listener(), { signal });
  },
});

const isVisible = (): boolean => document.visibilityState === "visible";

function openHeartbeats(name: string): Heartbeats {
  const channel = new BroadcastChannel(name);
  const message: Parameters<typeof channel.postMessage> = ["stirring"];
  return {
    beat: () => channel.postMessage(...message),
    onBeat: (listener) => channel.addEventListener("message", listener),
    close: () => channel.close(),
  };
}
