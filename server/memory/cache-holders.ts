import type { LRUCache } from "lru-cache";
import type { UpstreamCache } from "../cache/upstream-cache.ts";
import type { Sheddable } from "./memory-watch.ts";

/** A cache that is bounded by bytes; half of it is what was not asked for the longest. */
export const cacheHolder = (
  name: string,
  cache: Pick<LRUCache<string, object>, "calculatedSize" | "pop" | "clear">,
): Sheddable => ({
  name,
  sort: "cache",
  shed(amount) {
    if (amount === "all") return cache.clear();
    const half = cache.calculatedSize / 2;
    while (cache.calculatedSize > half && cache.pop() !== undefined);
  },
  bytes: () => cache.calculatedSize,
});

/** What this process remembers of outside systems; what Redis has stays there. */
export const upstreamCacheHolder = (cache: Pick<UpstreamCache, "shed" | "report">): Sheddable => ({
  name: "upstream",
  sort: "cache",
  shed: (amount) => cache.shed(amount === "all" ? 0 : 0.5),
  bytes: () => cache.report().bytes,
});
