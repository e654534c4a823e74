/** The part of EventSource we use; tests bring their own. */
export interface PokeSource extends Pick<EventSource, "close" | "readyState"> {
  addEventListener(type: "poke", listener: () => void): void;
}

const CLOSED = 2;

/**
 * Listens for the server's pokes: "something changed, pull". A stream that the browser gave up is opened
 * again when somebody asks next, which is after an exchange that worked.
 */
export function createPokes(open: (() => PokeSource) | undefined, onPoke: () => void) {
  let source: PokeSource | undefined;
  const close = () => {
    source?.close();
    source = undefined;
  };
  return {
    listen() {
      if (source?.readyState === CLOSED) close();
      if (source || !open) return;
      source = open();
      source.addEventListener("poke", onPoke);
    },
    close,
  };
}
