import { TrieRouter } from "hono/router/trie-router";
import type { GuardedRoute } from "./route-table.ts";

/** The entry of the table that a request belongs to, or null. */
export type MatchRoute = (method: string, path: string) => GuardedRoute | null;

export function routeMatcher(table: readonly GuardedRoute[]): MatchRoute {
  const router = new TrieRouter<GuardedRoute>();
  for (const route of table) router.add(route.method, route.path, route);
  return (method, path) =>
    router.match(method === "HEAD" ? "GET" : method, path)[0][0]?.[0] ?? null;
}
