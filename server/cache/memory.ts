import { LRUCache } from "lru-cache";
import { type CacheScope, liesIn } from "./cache-kind.ts";

/** One remembered answer, as the memory that all kinds share sees it. */
interface Place {
  readonly scope: CacheScope;
  readonly bytes: number;
  /** Takes it out of the shelf that holds it. */
  readonly drop: () => void;
}

/** What one answer takes beside its text: keys, objects, the place in the list. */
const OVERHEAD_BYTES = 400;
/** What takes up more than this part of the memory is not kept: it would throw out everything else. */
const LARGEST_PART = 4;

/**
 * The memory of the cache: how many bytes all kinds together may hold, and what is forgotten first. The values
 * themselves are on the shelves of their kinds.
 */
export class CacheMemory {
  readonly maxBytes: number;
  readonly #places: LRUCache<string, Place>;

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
    this.#places = new LRUCache<string, Place>({
      maxSize: maxBytes,
      maxEntrySize: Math.floor(maxBytes / LARGEST_PART),
      sizeCalculation: ({ bytes }) => bytes,
      dispose: ({ drop }) => drop(),
    });
  }

  get bytes(): number {
    return this.#places.calculatedSize;
  }

  get entries(): number {
    return this.#places.size;
  }

  /**
   * Makes room for an answer; what had the same key goes.
   *
   * @param characters of its JSON text; two bytes each is the most that V8 holds them in.
   * @param drop called when it has to go.
   * @returns whether there is room for it: what is too large is not kept.
   */
  hold(key: string, scope: CacheScope, characters: number, drop: () => void): boolean {
    this.#places.set(key, { scope, bytes: characters * 2 + OVERHEAD_BYTES, drop });
    return this.#places.has(key);
  }

  delete(key: string): void {
    this.#places.delete(key);
  }

  /** Notes that it was asked for. */
  touch(key: string): void {
    this.#places.get(key);
  }

  /** Forgets everything in a scope. An answer belongs to few scopes and there are some thousands: all are looked at. */
  forget(scope: CacheScope): void {
    for (const [key, place] of this.#places.entries())
      if (liesIn(place.scope, scope)) this.#places.delete(key);
  }

  /** Forgets what was asked for the longest ago, until no more than so many bytes are left. */
  shrinkTo(bytes: number): void {
    while (this.#places.calculatedSize > bytes && this.#places.pop() !== undefined);
  }
}
