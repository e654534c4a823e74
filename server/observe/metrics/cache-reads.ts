import type { CacheReport } from "../../cache/cache-report.ts";
import type { CacheReads } from "./sources.ts";

/** Reads by kind, as hit, stale or miss: whoever was answered without a question of their own was a hit. */
export const cacheReads = ({ kinds }: Pick<CacheReport, "kinds">): readonly CacheReads[] =>
  Object.entries(kinds).map(([name, counts]) => ({
    name,
    hits: counts.hits + counts.redisHits + counts.absentHits + counts.joined,
    stale: counts.staleHits,
    misses: counts.misses,
  }));
