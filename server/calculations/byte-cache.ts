interface Kept<V> {
  readonly value: V;
  readonly bytes: number;
}

/** What takes up more than this part of a cache is not kept: it would throw out everything else. */
const LARGEST_PART = 4;

/** Keeps values under text keys up to a number of bytes, and forgets first what was not asked for the longest. */
export class ByteCache<V extends object> {
  /** In the order of their last use: a Map keeps the order in which its keys were set. */
  readonly #kept = new Map<string, Kept<V>>();
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Of all values that are kept. */
  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): V | undefined {
    const kept = this.#kept.get(key);
    if (kept === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept.value;
  }

  /** @param bytes what the value takes up, about. */
  set(key: string, value: V, bytes: number): void {
    this.#forget(key);
    if (bytes > this.#maxBytes / LARGEST_PART) return;
    this.#kept.set(key, { value, bytes });
    this.#bytes += bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#maxBytes) return;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    this.#bytes -= this.#kept.get(key)?.bytes ?? 0;
    this.#kept.delete(key);
  }
}
