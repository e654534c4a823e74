import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../identity.ts";
import { type LimitClass, limitClassOf } from "../limits/limit-class.ts";
import type { Observe } from "../observe/observation.ts";
import { refuse } from "../routes/refuse.ts";
import type { MemoryLevel } from "./memory-level.ts";

/** About what shedding and a garbage collection take; spread, so that not everybody is back at once. */
const RETRY_SECONDS = 5;
const SPREAD_SECONDS = 10;

/**
 * What is still answered when memory is short. Nothing is lost by a refusal: tablets keep their work and try again.
 * But a push is somebody's work on its way to safety, and a read is not: reads go first.
 */
const WORK: ReadonlySet<LimitClass> = new Set(["sync", "session", "write", "webhook"]);
/** Never turned away: they are how anybody finds out, and what a manager mends it with. */
const ALWAYS = ["/api/health", "/api/simple-health", "/api/memory", "/api/metrics"];
/** A pull is a page of 1,000 records, and a stream holds its memory for a quarter of an hour. */
const READS_OF_SYNC: ReadonlySet<string> = new Set(["/api/sync/pull", "/api/sync/events"]);

/** Middleware that answers 503 with `Retry-After` to new work for which there is no memory. */
export const turnAwayWhenFull =
  ({
    level,
    observe,
    random = Math.random,
  }: {
    readonly level: () => MemoryLevel;
    readonly observe: Observe;
    readonly random?: (() => number) | undefined;
  }): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    const now = level();
    if (now !== "emergency" && now !== "exhausted") return next();
    const { route } = context.var;
    const path = route?.path ?? "";
    if (ALWAYS.some((always) => path.startsWith(always))) return next();
    const limit = limitClassOf(route);
    const isWork = WORK.has(limit) && !READS_OF_SYNC.has(path);
    if (isWork && now === "emergency") return next();
    observe({ kind: "turned-away", limit });
    return refuse(context, "unavailable", {
      message: "The server is short of memory just now. It is tried again by itself.",
      retryAfterSeconds: RETRY_SECONDS + Math.floor(random() * SPREAD_SECONDS),
    });
  };
