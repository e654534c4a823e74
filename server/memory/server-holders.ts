import type { Server } from "node:http";
import type { EventStreams } from "../sync/event-streams.ts";
import type { Sheddable } from "./memory-watch.ts";

/** A connection that waits for its next request holds some ten kilobytes; its owner opens another one. */
export const idleConnections = (server: Pick<Server, "closeIdleConnections">): Sheddable => ({
  name: "connections.idle",
  sort: "connections",
  shed: () => server.closeIdleConnections(),
  bytes: () => null,
});

/** Tablets without a stream pull by themselves, and ask for another one some seconds later. */
export const eventStreamsHolder = (streams: Pick<EventStreams, "shed">): Sheddable => ({
  name: "connections.event_streams",
  sort: "connections",
  shed: (amount) => streams.shed(amount),
  bytes: () => null,
});
