import { RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { Clock } from "../clock.ts";
import { errorFields, type Log } from "../observe/log.ts";
import type { Redis, RedisClient } from "../redis/redis.ts";
import { type Verdict, WINDOW_MS } from "./window-counts.ts";

/** How long a request may wait for Redis before this process judges alone. */
const ANSWER_MS = 50;
/** After a failure nobody waits for Redis for this long. */
const PAUSE_MS = 5000;
const PREFIX = "paintbox:limit";

/** Counts of all processes of a deployment together. */
export interface SharedCounts {
  /** Null when nobody answered in time: then everybody counts for themselves. Never rejects. */
  count(key: string, limit: number): Promise<Verdict | null>;
}

/**
 * Counts in Redis. A Redis that is away or slow costs a request 50 ms once in 5 s, and refuses nobody.
 *
 * @param clock Unix milliseconds; for the pauses only, windows are Redis' own.
 */
export function createSharedCounts({
  redis,
  clock,
  log,
}: {
  readonly redis: Redis;
  readonly clock: Clock;
  readonly log: Log;
}): SharedCounts {
  let isLate = false;
  let notBefore = 0;
  const failed = (error: unknown): null => {
    notBefore = clock.now() + PAUSE_MS;
    if (!isLate) log.error("limits.redis_late", errorFields(error));
    isLate = true;
    return null;
  };
  const limiters = new Map<number, RateLimiterRedis>();
  const limiterOf = (client: RedisClient, points: number): RateLimiterRedis => {
    const known = limiters.get(points);
    if (known) return known;
    const limiter = new RateLimiterRedis({
      storeClient: client,
      useRedisPackage: true,
      keyPrefix: PREFIX,
      points,
      duration: WINDOW_MS / 1000,
    });
    limiters.set(points, limiter);
    return limiter;
  };
  const answered = (limit: number, found: RateLimiterRes, isWithin: boolean): Verdict => {
    isLate = false;
    return { isWithin, limit, remaining: found.remainingPoints, resetMs: found.msBeforeNext };
  };
  return {
    async count(key, limit) {
      const client = redis.client();
      if (client === null || clock.now() < notBefore) return null;
      const late = Promise.withResolvers<never>();
      // The client's own time-out is for commands that wait to be sent; one that Redis has taken it waits for.
      const timer = setTimeout(
        () => late.reject(new Error(`no answer in ${ANSWER_MS} ms`)),
        ANSWER_MS,
      );
      try {
        const found = await Promise.race([limiterOf(client, limit).consume(key), late.promise]);
        return answered(limit, found, true);
      } catch (refusal) {
        return refusal instanceof RateLimiterRes
          ? answered(limit, refusal, false)
          : failed(refusal);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
