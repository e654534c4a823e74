import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../identity.ts";
import { refuse } from "../routes/refuse.ts";
import { routeMatcher } from "./match-route.ts";
import type { GuardedRoute } from "./route-table.ts";

/**
 * Middleware that lets a request through to its handler only when the table says so: 404 for what is not in it, 401
 * without a session where one is needed, 403 for a role that it does not name.
 *
 * @param authenticate sets `identity` or answers 401.
 */
export function guard(
  table: readonly GuardedRoute[],
  authenticate: MiddlewareHandler<AppEnv>,
): MiddlewareHandler<AppEnv> {
  const match = routeMatcher(table);
  return async (context, next) => {
    const access = match(context.req.method, context.req.path)?.access;
    if (access === undefined) return refuse(context, "not_found");
    if (access === "anyone") return next();
    return authenticate(context, async () => {
      if (access.includes(context.var.identity.role)) return next();
      context.res = refuse(context, "forbidden");
    });
  };
}
