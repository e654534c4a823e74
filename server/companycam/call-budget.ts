import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from "rate-limiter-flexible";
import type { Redis, RedisClient } from "../redis/redis.ts";

/**
 * CompanyCam lets 240 reads and 100 writes through in a minute, and answers nothing useful to the next. Whatever moment
 * its minute begins at, it touches seven of our windows of ten seconds at the most: 7 x 34 = 238, 7 x 14 = 98.
 */
const WINDOW_SECONDS = 10;
const POINTS = { read: 34, write: 14 } as const;
const PREFIX = "paintbox:companycam:";

export type CallKind = keyof typeof POINTS;
const kinds: readonly CallKind[] = ["read", "write"];

/** How many calls may be made; shared by all processes while there is a Redis, each its own share of none otherwise. */
export interface CallBudget {
  /** @returns milliseconds until the next window when this one is used up; 0 when the call may be made. */
  take(kind: CallKind): Promise<number>;
  /** What is used of the present window, as far as anybody can say, and what it lets through. */
  usage(): Promise<readonly { kind: CallKind; used: number; allowed: number }[]>;
  /** CompanyCam has said "too many" all the same: nothing of this kind goes out for a while. */
  pause(kind: CallKind, milliseconds: number): Promise<void>;
}

const KEY = "calls";

/** @param redis null: none is configured. */
export function createCallBudget(redis: Redis | null): CallBudget {
  const own = bothOf(
    (kind) => new RateLimiterMemory({ points: POINTS[kind], duration: WINDOW_SECONDS }),
  );
  const shared = new WeakMap<RedisClient, Readonly<Record<CallKind, RateLimiterAbstract>>>();
  /** Through Redis while it answers; what it does not count then, this process counts alone. */
  const limiters = (): Readonly<Record<CallKind, RateLimiterAbstract>> => {
    const client = redis?.client() ?? null;
    if (client === null) return own;
    const known = shared.get(client);
    if (known) return known;
    const made = bothOf(
      (kind) =>
        new RateLimiterRedis({
          storeClient: client,
          useRedisPackage: true,
          keyPrefix: `${PREFIX}${kind}`,
          points: POINTS[kind],
          duration: WINDOW_SECONDS,
          insuranceLimiter: own[kind],
        }),
    );
    shared.set(client, made);
    return made;
  };
  return {
    async take(kind) {
      try {
        await limiters()[kind].consume(KEY);
        return 0;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
        throw refusal;
      }
    },
    async usage() {
      return Promise.all(
        kinds.map(async (kind) => {
          const limiter = limiters()[kind];
          const found = await limiter.get(KEY).catch(() => null);
          return { kind, used: found?.consumedPoints ?? 0, allowed: POINTS[kind] };
        }),
      );
    },
    async pause(kind, milliseconds) {
      await limiters()[kind].block(KEY, Math.ceil(milliseconds / 1000));
    },
  };
}

const bothOf = (
  make: (kind: CallKind) => RateLimiterAbstract,
): Readonly<Record<CallKind, RateLimiterAbstract>> => ({
  read: make("read"),
  write: make("write"),
});
