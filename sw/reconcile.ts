import { type Area, type AreaLimit, areaNames, chargeOf } from "../shared/cache-budget.ts";
import { type Entry, entryKey, type Ledger } from "./ledger.ts";
import { chooseVictims } from "./victims.ts";

/** As much of a cache as the budget needs. */
export type BudgetedCache = Pick<Cache, "match" | "put" | "delete" | "keys">;

export interface ReconcileParts {
  readonly open: (area: Area) => Promise<BudgetedCache>;
  readonly ledger: Ledger;
  readonly limits: Readonly<Record<Area, AreaLimit>>;
}

/**
 * Holds the books against the caches, alone and before anything is written. What a stopped worker had only claimed comes off
 * the books. What is in a cache and on no book is there only when the books were lost: it is read through and written
 * down, or thrown away where it may not be there.
 */
export async function reconcile({ open, ledger, limits }: ReconcileParts): Promise<void> {
  const booked = await ledger.entries();
  for (const area of areaNames) {
    const cache = await open(area);
    const requests = await cache.keys();
    const there = new Set(requests.map(({ url }) => url));
    const known = booked.filter((entry) => entry.area === area);
    const knownUrls = new Set(known.map(({ url }) => url));
    const found: Entry[] = [];
    for (const request of requests.filter(({ url }) => !knownUrls.has(url))) {
      const entry = await measured(cache, area, request, limits[area]);
      if (entry) found.push(entry);
      else await cache.delete(request, { ignoreVary: true });
    }
    const gone = known.filter(({ url }) => !there.has(url)).map(({ key }) => key);
    if (found.length + gone.length > 0) await ledger.change({ put: found, remove: gone });
    const standing = [...known.filter(({ url }) => there.has(url)), ...found];
    const victims = chooseVictims(standing, 0, limits[area].maxBytes);
    for (const { url } of victims) await cache.delete(url, { ignoreVary: true });
    if (victims.length > 0) await ledger.change({ remove: victims.map(({ key }) => key) });
  }
}

/** An entry of which nothing is known but that it is there; null: it may not be. */
async function measured(
  cache: BudgetedCache,
  area: Area,
  request: Request,
  { maxFileBytes }: AreaLimit,
): Promise<Entry | null> {
  const response = await cache.match(request, { ignoreVary: true });
  // The length of what is opaque cannot be read.
  if (!response || response.type === "opaque") return null;
  const { byteLength } = await response.arrayBuffer();
  if (byteLength > maxFileBytes) return null;
  const { url } = request;
  return { key: entryKey(area, url), area, url, bytes: chargeOf(byteLength), usedAt: 0 };
}
