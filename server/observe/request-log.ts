import { randomUUID } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { MatchRoute } from "../access/match-route.ts";
import type { Clock } from "../clock.ts";
import type { AppEnv } from "../identity.ts";
import { apiHeaders } from "../static/security-headers.ts";
import type { Log } from "./log.ts";
import type { Observe } from "./observation.ts";

/** As proxies make them: UUIDs, ULIDs and their like. Anything else would let a stranger write into our log. */
const WELL_FORMED = /^[\w-]{8,64}$/;

export interface RequestLogParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly observe: Observe;
  readonly match: MatchRoute;
  readonly publicUrl: string;
  /** Whether `X-Request-Id` comes from a proxy of ours. */
  readonly isProxyTrusted: boolean;
  /** Paths whose answers go out as they were made, here as at the socket (server/ready). */
  readonly ready: { has(path: string): boolean };
  /** Told of each request that begins; calls the answer when it has ended. */
  readonly begin: () => () => void;
}

/**
 * Numbers each request, finds its route, and says afterwards how it went. Neither the log nor the metrics get the path,
 * which holds ids and secrets: only the pattern it belongs to.
 */
export function requestLog(parts: RequestLogParts): MiddlewareHandler<AppEnv> {
  const { clock, log, observe, match, isProxyTrusted, ready, begin } = parts;
  const headers = Object.entries(apiHeaders(parts.publicUrl));
  return async (context, next) => {
    const given = isProxyTrusted ? context.req.header("x-request-id") : undefined;
    const requestId = given !== undefined && WELL_FORMED.test(given) ? given : randomUUID();
    const { method } = context.req;
    const route = match(method, context.req.path);
    context.set("requestId", requestId);
    context.set("route", route);
    const begun = clock.now();
    const started = performance.now();
    const end = begin();
    try {
      await next();
    } finally {
      end();
    }
    // On the answer itself: `context.header` makes each time a new one, and a stream of its body (bench `mixed`).
    const { status, headers: sent } = context.res;
    sent.set("x-request-id", requestId);
    for (const [name, value] of ready.has(context.req.path) ? [] : headers)
      if (!sent.has(name)) sent.set(name, value);
    const pattern = route?.path ?? "none";
    const seconds = (performance.now() - started) / 1000;
    observe({ kind: "request", method, route: pattern, status, seconds });
    log.info("request", { requestId, method, route: pattern, status, ms: clock.now() - begun });
  };
}
