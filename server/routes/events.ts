import { Hono } from "hono";
import { STREAM_RETRY_SECONDS } from "../../shared/sync/wire.ts";
import type { AppEnv } from "../identity.ts";
import type { Store } from "../store/store.ts";
import { readClockRow } from "../sync/clock-row.ts";
import type { EventStreams } from "../sync/event-streams.ts";
import { refuse } from "./refuse.ts";

/**
 * `GET /events`: a stream of pokes and of who is where. A poke comes at once, for what changed while nobody listened,
 * and everybody who is somewhere.
 */
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
    const readRev = async (): Promise<number> => (await store.read(readClockRow)).rev;
    const stream = await streams.open(context.var.identity, readRev);
    if (stream === null)
      return refuse(context, "rate_limited", {
        message: "You have too many tabs open for live changes. This one looks by itself.",
        retryAfterSeconds: STREAM_RETRY_SECONDS,
      });
    return context.body(stream, 200, headers);
  });
