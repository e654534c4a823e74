import type { MiddlewareHandler } from "hono";
import { TrieRouter } from "hono/router/trie-router";
import type { AppEnv } from "../identity.ts";
import { refuse } from "../routes/refuse.ts";
import type { Access, GuardedRoute } from "./route-table.ts";

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
  const router = new TrieRouter<Access>();
  for (const { method, path, access } of table) router.add(method, path, access);

  return async (context, next) => {
    const method = context.req.method === "HEAD" ? "GET" : context.req.method;
    const access = router.match(method, context.req.path)[0][0]?.[0];
    if (access === undefined) return refuse(context, "not_found");
    if (access === "anyone") return next();
    return authenticate(context, async () => {
      if (access.includes(context.var.identity.role)) return next();
      context.res = refuse(context, "forbidden");
    });
  };
}
