import { LRUCache } from "lru-cache";

/** What takes up more than this part of a cache is not kept: it would throw out everything else. */
const LARGEST_PART = 4;

/**
 * A cache that holds up to so many bytes, and forgets first what was not asked for the longest. `set` names the size
 * of each value: `cache.set(key, value, { size })`.
 */
export const byteBounded = <V extends object>(maxBytes: number): LRUCache<string, V> =>
  new LRUCache({ maxSize: maxBytes, maxEntrySize: Math.floor(maxBytes / LARGEST_PART) });
