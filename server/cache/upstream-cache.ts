import type { Clock } from "../clock.ts";
import { errorFields, type Log } from "../observe/log.ts";
import type { Redis } from "../redis/redis.ts";
import type { UpstreamError } from "../upstream/upstream-error.ts";
import type { CacheKind, CacheScope } from "./cache-kind.ts";
import { type CacheReport, type KindCounts, noCounts } from "./cache-report.ts";
import { CacheShelf } from "./cache-shelf.ts";
import { CacheMemory } from "./memory.ts";
import { createRedisShelf, type RedisShelf } from "./redis-shelf.ts";

/** Of all kinds together in one process: what the described system gave it. */
const DEFAULT_BYTES = 10_000_000;

export interface CacheOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Null: none is configured. */
  readonly redis: Redis | null;
  readonly maxBytes?: number | undefined;
}

/** What the shelves of a cache share. */
export interface CacheParts {
  readonly clock: Clock;
  readonly memory: CacheMemory;
  readonly redis: RedisShelf | null;
  /** A question in the background failed by a bug; nobody waits who could be told. */
  readonly onBug: (error: unknown) => void;
}

/**
 * One cache for everything that outside systems are asked: in this process' memory by bytes, and in Redis where there
 * is one. What is asked by several at once is asked once. Answers that are no longer fresh are served at once and
 * asked anew behind; while the other side is away they are all there is, up to a limit.
 */
export class UpstreamCache {
  readonly #parts: CacheParts;
  readonly #shelves: { forget(scope: CacheScope): void }[] = [];
  readonly #counts = new Map<string, KindCounts>();

  constructor({ clock, log, redis, maxBytes = DEFAULT_BYTES }: CacheOptions) {
    this.#parts = {
      clock,
      memory: new CacheMemory(maxBytes),
      redis: redis && createRedisShelf(redis, (scope) => this.#forget(scope)),
      onBug: (error) => log.error("cache.refresh-failed", errorFields(error)),
    };
  }

  /** The place for one kind of answers; call it once a kind. */
  shelf<T, E extends UpstreamError>(kind: CacheKind<T, E>): CacheShelf<T, E> {
    const counts = noCounts();
    this.#counts.set(kind.name, counts);
    const shelf = new CacheShelf(kind, this.#parts, counts);
    this.#shelves.push(shelf);
    return shelf;
  }

  /**
   * Forgets everything in a scope, in every process, also what is being asked for at this moment. Resolves when Redis
   * knows; without Redis other processes find out when their answers are no longer fresh.
   */
  async invalidate(scope: CacheScope): Promise<void> {
    this.#forget(scope);
    await this.#parts.redis?.invalidate(scope);
  }

  /** Forgets everything, in every process. */
  clear(): Promise<void> {
    return this.invalidate([]);
  }

  /** Gives memory back: keeps so much of what is held now, from 0 up to 1. What Redis has stays there. */
  shed(share: number): void {
    const { memory } = this.#parts;
    memory.shrinkTo(memory.bytes * share);
  }

  report(): CacheReport {
    const { memory, redis } = this.#parts;
    return {
      bytes: memory.bytes,
      maxBytes: memory.maxBytes,
      entries: memory.entries,
      redis: redis === null ? "none" : redis.isAway() ? "away" : "ok",
      kinds: Object.fromEntries(this.#counts),
    };
  }

  #forget(scope: CacheScope): void {
    for (const shelf of this.#shelves) shelf.forget(scope);
    this.#parts.memory.forget(scope);
  }
}
