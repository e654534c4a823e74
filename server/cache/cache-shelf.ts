import * as z from "zod/mini";
import type { UpstreamError, UpstreamResult } from "../upstream/upstream-error.ts";
import type { CacheKind, CacheRead, CacheScope, CacheSource, Entry } from "./cache-kind.ts";
import type { KindCounts } from "./cache-report.ts";
import { Flights } from "./flights.ts";
import type { KeptEntry } from "./redis-shelf.ts";
import type { CacheParts } from "./upstream-cache.ts";

/** After a refresh that failed, a stale answer is served this long before it is asked for again. */
const ASK_AGAIN_MS = 5000;

type Load<T, E> = () => Promise<UpstreamResult<T, E>>;

interface Held<T> {
  readonly entry: Entry<T>;
  /** Unix milliseconds before which it is not asked for anew. */
  askAgainAt: number;
}

/** The answers of one kind. */
export class CacheShelf<T, E extends UpstreamError> {
  readonly #kind: CacheKind<T, E>;
  readonly #parts: CacheParts;
  readonly #counts: KindCounts;
  readonly #held = new Map<string, Held<T>>();
  readonly #flights = new Flights<CacheRead<T, E>>();

  constructor(kind: CacheKind<T, E>, parts: CacheParts, counts: KindCounts) {
    this.#kind = kind;
    this.#parts = parts;
    this.#counts = counts;
  }

  /**
   * Reads an answer, or asks for it.
   *
   * @param load asks the other side. Its errors of the sort `away` leave what is held in place, others take it away.
   * @throws what `load` throws, which is a bug.
   */
  async read(scope: CacheScope, load: Load<T, E>): Promise<CacheRead<T, E>> {
    const key = JSON.stringify([this.#kind.name, ...scope]);
    const held = this.#held.get(key);
    const remembered = held ? this.#readOf(held.entry, "memory") : null;
    if (remembered) {
      this.#parts.memory.touch(key);
      if (!remembered.ok) this.#counts.absentHits += 1;
      else if (remembered.isStale) this.#counts.staleHits += 1;
      else this.#counts.hits += 1;
    }
    const read = remembered ?? (await this.#ask(key, scope, load));
    if (read.ok && read.isStale) this.#refresh(key, scope, load);
    return read;
  }

  /** Forgets questions under way in a scope; what is held goes with the memory. */
  forget(scope: CacheScope): void {
    this.#flights.outdate(scope);
  }

  /** Asks for a stale answer anew, unless somebody does or it has just failed. */
  #refresh(key: string, scope: CacheScope, load: Load<T, E>): void {
    const askAgainAt = this.#held.get(key)?.askAgainAt ?? 0;
    if (this.#flights.get(key) || this.#parts.clock.now() < askAgainAt) return;
    this.#start(key, scope, load).answer.catch(this.#parts.onBug);
  }

  #ask(key: string, scope: CacheScope, load: Load<T, E>): Promise<CacheRead<T, E>> {
    const flight = this.#flights.get(key);
    if (flight) this.#counts.joined += 1;
    return (flight ?? this.#start(key, scope, load)).answer;
  }

  #start(key: string, scope: CacheScope, load: Load<T, E>) {
    return this.#flights.start(key, scope, async (flight) => {
      const { clock, redis } = this.#parts;
      const isRefresh = this.#held.has(key);
      const look = await redis?.look(key, scope);
      const kept = look?.entry && this.#checked(look.entry);
      const found = kept && this.#readOf(kept, "redis");
      // A stale answer is better than none, but not better than the one that is refreshed.
      if (kept && found && !(isRefresh && found.ok && found.isStale)) {
        if (!flight.isOutdated) this.#hold(key, scope, kept);
        this.#counts.redisHits += 1;
        return found;
      }
      this.#counts.misses += 1;
      const askedAt = clock.now();
      const result = await load();
      if (!result.ok && result.error.sort !== "absent") return this.#failed(key, result.error);
      const entry: Entry<T> = result.ok
        ? { askedAt, isAbsent: false, value: result.value }
        : { askedAt, isAbsent: true };
      const isKept = !flight.isOutdated && this.#lifeMs(entry) > 0;
      const json = entry.isAbsent ? null : JSON.stringify(entry.value);
      if (isKept) this.#hold(key, scope, entry, json?.length);
      else this.#drop(key);
      if (isKept && look && redis)
        void redis.keep(key, look.versions, { askedAt, json }, this.#lifeMs(entry));
      if (!result.ok) return result;
      return { ok: true, value: result.value, ageMs: 0, isStale: false, from: "upstream" };
    });
  }

  #failed(key: string, error: E): { readonly ok: false; readonly error: E } {
    this.#counts.failures += 1;
    const held = this.#held.get(key);
    if (error.sort !== "away") this.#drop(key);
    else if (held) held.askAgainAt = this.#parts.clock.now() + ASK_AGAIN_MS;
    return { ok: false, error };
  }

  /** What a reader gets of an entry; null when it is too old for anybody. */
  #readOf(entry: Entry<T>, from: CacheSource): CacheRead<T, E> | null {
    // A clock that was set back makes nothing younger than new.
    const ageMs = Math.max(0, this.#parts.clock.now() - entry.askedAt);
    if (ageMs >= this.#lifeMs(entry)) return null;
    if (entry.isAbsent) return { ok: false, error: this.#kind.absent() };
    return { ok: true, value: entry.value, ageMs, isStale: ageMs >= this.#kind.freshMs, from };
  }

  #lifeMs({ isAbsent }: Entry<T>): number {
    const { freshMs, staleMs, absentMs } = this.#kind;
    return isAbsent ? absentMs : freshMs + staleMs;
  }

  #checked({ askedAt, isAbsent, value }: KeptEntry): Entry<T> | null {
    if (isAbsent) return { askedAt, isAbsent: true };
    const parsed = z.safeParse(this.#kind.schema, value);
    return parsed.success ? { askedAt, isAbsent: false, value: parsed.data } : null;
  }

  #hold(key: string, scope: CacheScope, entry: Entry<T>, characters?: number): void {
    const size = characters ?? (entry.isAbsent ? 0 : JSON.stringify(entry.value).length);
    const held: Held<T> = { entry, askAgainAt: 0 };
    const isHeld = this.#parts.memory.hold(key, scope, size, () => {
      if (this.#held.get(key) === held) this.#held.delete(key);
    });
    if (isHeld) this.#held.set(key, held);
  }

  #drop(key: string): void {
    this.#parts.memory.delete(key);
  }
}
