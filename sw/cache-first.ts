import type { Area, AreaLimit } from "../shared/cache-budget.ts";
import type { Budget } from "./budget.ts";
import { isKeepable, readUpTo } from "./keepable.ts";
import type { BudgetedCache } from "./reconcile.ts";

export interface CacheFirstParts {
  readonly budget: Budget;
  readonly open: (area: Area) => Promise<BudgetedCache>;
  readonly limits: Readonly<Record<Area, AreaLimit>>;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Has the use of entries written down some time later; resolves then. */
  readonly writeTouches: () => Promise<void>;
}

interface Asked {
  readonly request: Request;
  /** Keeps the worker going until the work is done. */
  readonly event: { waitUntil(work: Promise<unknown>): void };
}

export interface Rules {
  readonly area: Area;
  /** Null: neither looked up nor kept. Another answer later than at first: not kept. */
  readonly inWhoseName: () => Promise<string | null>;
  readonly isRight?: (response: Response) => boolean;
}

/**
 * Answers from the cache; else from the network, and what comes is kept after the page has it. Whatever is wrong with
 * the cache, the page gets what the network gives.
 */
export const cacheFirst =
  ({ budget, open, limits, fetch, writeTouches }: CacheFirstParts, rules: Rules) =>
  async ({ request, event }: Asked): Promise<Response> => {
    const { area, inWhoseName, isRight = () => true } = rules;
    const { url } = request;
    const name = await inWhoseName().catch(() => null);
    if (name === null) return fetch(request);
    const kept = await open(area)
      .then((cache) => cache.match(url, { ignoreVary: true }))
      .catch(() => undefined);
    if (kept) {
      budget.touch(area, url);
      event.waitUntil(writeTouches());
      return kept;
    }
    const response = await fetch(request);
    if (isKeepable(response) && isRight(response))
      event.waitUntil(keep(response.clone()).catch(() => undefined));
    return response;

    async function keep(copy: Response): Promise<void> {
      const body = await readUpTo(copy, limits[area].maxFileBytes);
      if (body === null) return;
      const contentType = copy.headers.get("content-type") ?? "application/octet-stream";
      const isStillWanted = async (): Promise<boolean> => (await inWhoseName()) === name;
      await budget.keep({ area, url, body, contentType, isStillWanted });
    }
  };

/** Within one look at a job's photos. */
const SOON_MS = 2_000;
/** A tablet's flash does not notice so few writes. */
const SELDOM_MS = 30_000;

/** Writes the use of entries down soon after the first, and then at most once in half a minute. */
export function seldom(
  write: () => Promise<void>,
  now: () => number,
  after: (milliseconds: number) => Promise<void>,
): () => Promise<void> {
  let waiting: Promise<void> | null = null;
  let last = -Infinity;
  const writeLater = async (): Promise<void> => {
    await after(Math.max(SOON_MS, last + SELDOM_MS - now()));
    last = now();
    waiting = null;
    // Lost with the worker, or with a disk that is full: the order of going is a little less right.
    await write().catch(() => undefined);
  };
  return () => (waiting ??= writeLater());
}
