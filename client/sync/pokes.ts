import { STREAM_RETRY_SECONDS } from "../../shared/sync/wire.ts";
import type { PresenceFeed } from "./presence-feed.ts";

/** The part of EventSource we use; tests bring their own. */
export interface PokeSource extends Pick<EventSource, "close" | "readyState"> {
  addEventListener(type: "poke" | "presence" | "error", listener: (event: Event) => void): void;
}

const CLOSED = 2;
const RETRY_MS = STREAM_RETRY_SECONDS * 1000;

export interface PokesOptions {
  /** Missing where there is no server to listen to. */
  readonly open: (() => PokeSource) | undefined;
  readonly onPoke: () => void;
  readonly presence: PresenceFeed;
  /** Milliseconds since some moment, by a clock that nobody can set. */
  readonly elapsed: () => number;
}

/**
 * Listens for the server's pokes, "something changed, pull", and for who is where. A stream that the server refused is
 * opened again when somebody asks, which is after an exchange that worked, but not at once: whoever types exchanges
 * every second, and a browser does not tell why it was refused. Nobody sees a stream that is not there; without it the
 * tablet pulls by itself.
 */
export function createPokes({ open, onPoke, presence, elapsed }: PokesOptions) {
  let source: PokeSource | undefined;
  let notBefore = -Infinity;
  const drop = () => {
    source?.close();
    source = undefined;
    presence.forget();
  };
  return {
    listen() {
      if (source || !open || elapsed() < notBefore) return;
      const opened = open();
      source = opened;
      opened.addEventListener("poke", onPoke);
      opened.addEventListener("presence", (event) => {
        if (event instanceof MessageEvent) presence.hear(JSON.parse(event.data));
      });
      opened.addEventListener("error", () => {
        if (source !== opened) return;
        // A stream that comes back by itself begins with everybody who is there.
        if (opened.readyState !== CLOSED) return presence.forget();
        notBefore = elapsed() + RETRY_MS;
        drop();
      });
    },
    /** Nobody looks at the app; whoever does next is a new beginning. */
    close: () => {
      notBefore = -Infinity;
      drop();
    },
  };
}
