import { Hono } from "hono";
import type { AppEnv } from "../identity.ts";
import type { Store } from "../store/store.ts";
import { readClockRow } from "../sync/clock-row.ts";
import type { EventStreams } from "../sync/event-streams.ts";
import { refuse } from "./refuse.ts";

/** `GET /events`: a stream of pokes. The first comes at once, for what changed while nobody listened. */
export const eventRoutes = ({ store, streams }: { store: Store; streams: EventStreams }) =>
  new Hono<AppEnv>().get("/events", async (context) => {
    const headers = {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      // nginx and its kin hold back what looks like a page until it is complete.
      "x-accel-buffering": "no",
    };
    // Nobody would ever read, or end, a stream that only its head was asked for.
    if (context.req.method === "HEAD") return context.body(null, 200, headers);
    const { rev } = await store.read(readClockRow);
    const stream = streams.open(context.var.identity, rev);
    if (stream === null) return refuse(context, "unavailable");
    return context.body(stream, 200, headers);
  });
