import type { Poke } from "../../shared/sync/wire.ts";
import type { Identity } from "../identity.ts";
import type { Hub } from "./hub.ts";

/** A comment that often keeps proxies from closing a quiet stream; most do so after 30 to 60 s. */
export const HEARTBEAT_MS = 25_000;
/** A stream ends after this, and the tablet asks again with its cookie: nobody listens long after signing out. */
export const MAX_STREAM_MS = 15 * 60_000;
/** Streams of one user: some tablets with some tabs each. More would only hold the server's memory. */
export const MAX_STREAMS_PER_USER = 12;

export interface EventStreams {
  /** @returns null when the user has too many open already. */
  open(identity: Identity, rev: number): ReadableStream<Uint8Array> | null;
  /** Ends every stream, for shutdown; tablets come back by themselves. */
  close(): void;
}

/** The server-sent events of this process: `poke` says that there is something to pull, and nothing else. */
export function createEventStreams(hub: Hub): EventStreams {
  const streams = new Set<() => void>();
  const openByUser = new Map<string, number>();
  const count = (userId: string, change: 1 | -1): void => {
    const open = (openByUser.get(userId) ?? 0) + change;
    if (open === 0) openByUser.delete(userId);
    else openByUser.set(userId, open);
  };
  return {
    open({ companyId, userId }, rev) {
      if ((openByUser.get(userId) ?? 0) >= MAX_STREAMS_PER_USER) return null;
      count(userId, 1);
      return pokeStream(hub, companyId, rev, (end) => {
        streams.add(end);
        return () => {
          streams.delete(end);
          count(userId, -1);
        };
      });
    },
    close: () => {
      for (const end of streams) end();
    },
  };
}

const encoder = new TextEncoder();
const pokeText = (poke: Poke): Uint8Array =>
  encoder.encode(`event: poke\ndata: ${JSON.stringify(poke)}\n\n`);
const heartbeatText = encoder.encode(": still here\n\n");

/**
 * One tablet's stream. A tablet that does not read holds at most one poke: only the latest matters.
 *
 * @param register is given the way to end the stream and answers what to call when it has ended.
 */
function pokeStream(
  hub: Hub,
  companyId: string,
  rev: number,
  register: (end: () => void) => () => void,
): ReadableStream<Uint8Array> {
  let unsent: number | null = null;
  let release = (): void => undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const ready = (): boolean => (controller.desiredSize ?? 0) > 0;
      const unsubscribe = hub.subscribe(companyId, (changed) => {
        if (ready()) controller.enqueue(pokeText({ rev: changed }));
        else unsent = changed;
      });
      const heartbeat = setInterval(() => {
        if (ready()) controller.enqueue(heartbeatText);
      }, HEARTBEAT_MS);
      const end = (): void => {
        release();
        controller.close();
      };
      const lifetime = setTimeout(end, MAX_STREAM_MS);
      const unregister = register(end);
      release = () => {
        release = () => undefined;
        unsubscribe();
        clearInterval(heartbeat);
        clearTimeout(lifetime);
        unregister();
      };
      controller.enqueue(pokeText({ rev }));
    },
    pull(controller) {
      if (unsent === null) return;
      controller.enqueue(pokeText({ rev: unsent }));
      unsent = null;
    },
    cancel: () => release(),
  });
}
