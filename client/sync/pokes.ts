import type { PresenceFeed } from "./presence-feed.ts";

/** The part of EventSource we use; tests bring their own. */
export interface PokeSource extends Pick<EventSource, "close" | "readyState"> {
  addEventListener(type: "poke" | "presence" | "error", listener: (event: Event) => void): void;
}

const CLOSED = 2;

/**
 * Listens for the server's pokes, "something changed, pull", and for who is where. A stream that the browser gave up
 * is opened again when somebody asks next, which is after an exchange that worked.
 */
export function createPokes(
  open: (() => PokeSource) | undefined,
  onPoke: () => void,
  presence: PresenceFeed,
) {
  let source: PokeSource | undefined;
  const close = () => {
    source?.close();
    source = undefined;
    presence.forget();
  };
  return {
    listen() {
      if (source?.readyState === CLOSED) close();
      if (source || !open) return;
      source = open();
      source.addEventListener("poke", onPoke);
      source.addEventListener("presence", (event) => {
        if (event instanceof MessageEvent) presence.hear(JSON.parse(event.data));
      });
      // A stream that comes back begins with everybody who is there.
      source.addEventListener("error", presence.forget);
    },
    close,
  };
}
