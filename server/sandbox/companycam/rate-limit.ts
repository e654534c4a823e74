/** As documented: calls a minute, reads and writes apart. */
const MOST_READS = 240;
const MOST_WRITES = 100;
const WINDOW_SECONDS = 60;

/** Counts the calls of each token in whole minutes. */
export class RateLimit {
  isOn = true;
  readonly #now: () => number;
  readonly #counts = new Map<string, number>();
  #window = 0;

  /** @param now Unix seconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether one more call may be made. */
  take(token: string, method: string): boolean {
    const window = Math.floor(this.#now() / WINDOW_SECONDS);
    if (window !== this.#window) this.#counts.clear();
    this.#window = window;
    const isRead = method === "GET" || method === "HEAD";
    const key = `${isRead ? "read" : "write"} ${token}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return !this.isOn || count <= (isRead ? MOST_READS : MOST_WRITES);
  }

  clear(): void {
    this.#counts.clear();
  }
}
