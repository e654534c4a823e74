import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../identity.ts";
import { inSpan, type Traced, tracedWork } from "./tracing/traced.ts";

/**
 * Middleware behind the request log: a span for each request, when somebody traces.
 *
 * @param isProxyTrusted whether a `traceparent` that comes in is a proxy's of ours.
 */
export const traceRequests =
  (isProxyTrusted: boolean): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    if (!tracedWork.hasSubscribers) return next();
    const route = context.var.route?.path ?? "none";
    const { method } = context.req;
    const traced: Traced = {
      name: `${method} ${route}`,
      sort: "request",
      traceparent: isProxyTrusted ? context.req.header("traceparent") : undefined,
      attributes: { "http.request.method": method, "http.route": route },
    };
    await inSpan(traced, async () => {
      await next();
      const { status } = context.res;
      traced.attributes = { ...traced.attributes, "http.response.status_code": status };
    });
  };
