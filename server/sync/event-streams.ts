import type { Poke, Presence } from "../../shared/sync/wire.ts";
import type { Identity } from "../identity.ts";
import type { Bus } from "../live/bus.ts";
import type { PresenceBoard } from "../live/presence-board.ts";

/** A comment that often keeps proxies from closing a quiet stream; most do so after 30 to 60 s. */
export const HEARTBEAT_MS = 25_000;
/** A stream ends after this, and the tablet asks again with its cookie: nobody listens long after signing out. */
export const MAX_STREAM_MS = 15 * 60_000;
/** Streams of one user: some tablets with some tabs each. More would only hold the server's memory. */
export const MAX_STREAMS_PER_USER = 12;

export interface EventStreams {
  /**
   * @param readRev where the history stands; read when the stream listens already, so that nothing falls in between.
   * @returns null when the user has too many open already.
   */
  open(
    identity: Identity,
    readRev: () => Promise<number>,
  ): Promise<ReadableStream<Uint8Array> | null>;
  /** How many are open. */
  count(): number;
  /** Ends the older half of the streams, or all; their tablets come back by themselves, not all at once. */
  shed(amount: "half" | "all"): void;
  /** Ends every stream, for shutdown; tablets come back by themselves, not all at once. */
  close(): void;
}

export interface EventSources {
  readonly bus: Bus;
  readonly board: PresenceBoard;
}

/** The server-sent events of this process: `poke` says that there is something to pull, `presence` who is where. */
export function createEventStreams(sources: EventSources): EventStreams {
  const streams = new Set<(retryMs: number) => void>();
  const openByUser = new Map<string, number>();
  const count = (userId: string, change: 1 | -1): void => {
    const open = (openByUser.get(userId) ?? 0) + change;
    if (open === 0) openByUser.delete(userId);
    else openByUser.set(userId, open);
  };
  return {
    async open({ companyId, userId }, readRev) {
      if ((openByUser.get(userId) ?? 0) >= MAX_STREAMS_PER_USER) return null;
      count(userId, 1);
      const { stream, begin } = eventStream(sources, companyId, (end) => {
        streams.add(end);
        return () => {
          streams.delete(end);
          count(userId, -1);
        };
      });
      try {
        begin(await readRev());
      } catch (error) {
        await stream.cancel();
        throw error;
      }
      return stream;
    },
    count: () => streams.size,
    shed(amount) {
      // A set keeps the order in which its members came.
      const chosen = [...streams].slice(
        0,
        amount === "all" ? undefined : Math.ceil(streams.size / 2),
      );
      for (const end of chosen) end(comeBackMs());
    },
    close: () => {
      for (const end of streams) end(comeBackMs());
    },
  };
}

/** When a tablet whose stream we ended asks for one again: a fleet must not do so in the same moment. */
const COME_BACK_FIRST_MS = 2000;
const COME_BACK_SPREAD_MS = 13_000;
const comeBackMs = (): number =>
  Math.round(COME_BACK_FIRST_MS + Math.random() * COME_BACK_SPREAD_MS);

const encoder = new TextEncoder();
const eventText = (event: "poke" | "presence", data: Poke | Presence): Uint8Array =>
  encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
const heartbeatText = encoder.encode(": still here\n\n");

/**
 * One tablet's stream. For a tablet that does not read, no more is kept than the latest revision and the names of the
 * estimates whose people have changed.
 *
 * @param register is given the way to end the stream and answers what to call when it has ended.
 */
function eventStream(
  { bus, board }: EventSources,
  companyId: string,
  register: (end: (retryMs: number) => void) => () => void,
): { readonly stream: ReadableStream<Uint8Array>; readonly begin: (rev: number) => void } {
  /** The latest revision that the tablet has been told, or is going to be. A poke that came twice is older. */
  let told = -1;
  let isPokeUnsent = false;
  const unsentPresence = new Set<string>();
  let release = (): void => undefined;
  let flush = (): void => undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const ready = (): boolean => (controller.desiredSize ?? 0) > 0;
      flush = () => {
        if (isPokeUnsent && ready()) {
          isPokeUnsent = false;
          controller.enqueue(eventText("poke", { rev: told }));
        }
        for (const estimateId of unsentPresence) {
          if (!ready()) return;
          unsentPresence.delete(estimateId);
          const people = board.people(companyId, estimateId);
          controller.enqueue(eventText("presence", { estimateId, people }));
        }
      };
      const unsubscribe = bus.subscribe(companyId, (message) => {
        if (message.kind === "poke") tell(message.rev);
      });
      const unwatch = board.watch(companyId, (estimateId) => {
        unsentPresence.add(estimateId);
        flush();
      });
      const heartbeat = setInterval(() => {
        if (ready()) controller.enqueue(heartbeatText);
      }, HEARTBEAT_MS);
      const end = (): void => {
        release();
        controller.close();
      };
      const lifetime = setTimeout(end, MAX_STREAM_MS);
      const unregister = register((retryMs) => {
        controller.enqueue(encoder.encode(`retry: ${retryMs}\n\n`));
        end();
      });
      release = () => {
        release = () => undefined;
        flush = () => undefined;
        unsubscribe();
        unwatch();
        clearInterval(heartbeat);
        clearTimeout(lifetime);
        unregister();
      };
    },
    pull: () => flush(),
    cancel: () => release(),
  });
  function tell(rev: number): void {
    if (rev <= told) return;
    told = rev;
    isPokeUnsent = true;
    flush();
  }
  return {
    stream,
    begin(rev) {
      for (const estimateId of board.estimates(companyId)) unsentPresence.add(estimateId);
      tell(rev);
      flush();
    },
  };
}
