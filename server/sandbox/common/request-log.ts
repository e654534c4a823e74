/** The latest calls, for a sandbox's page and for tests. Holds no tokens and no bodies. */

export type LogEntry = {
  readonly at: string;
  readonly method: string;
  /** Path with query; the path alone where a query may hold tokens. */
  readonly path: string;
  readonly status: number;
  /** The kind of fault that struck, if one did. */
  readonly fault: string | null;
};

/** Enough to look back over a sync of every customer; older entries are forgotten. */
const mostEntries = 200;

export class RequestLog {
  #entries: LogEntry[] = [];

  add(entry: LogEntry): void {
    this.#entries.unshift(entry);
    this.#entries.length = Math.min(this.#entries.length, mostEntries);
  }

  /** Newest first. */
  list(): readonly LogEntry[] {
    return this.#entries;
  }

  clear(): void {
    this.#entries = [];
  }
}
