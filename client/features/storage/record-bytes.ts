/** As much of the browser's answer as is asked of it; `usageDetails` is Chromium's, and in no standard. */
export interface UsageTold {
  readonly usage?: number | undefined;
  readonly usageDetails?: unknown;
}

/**
 * About how many bytes the records take: what the browser says of databases where it says so, else all of its figure but the
 * caches. Null where it says nothing.
 */
export function recordBytes({ usage, usageDetails }: UsageTold, cacheBytes: number): number | null {
  if (typeof usageDetails === "object" && usageDetails !== null && "indexedDB" in usageDetails)
    if (typeof usageDetails.indexedDB === "number") return usageDetails.indexedDB;
  return usage === undefined ? null : Math.max(0, usage - cacheBytes);
}
