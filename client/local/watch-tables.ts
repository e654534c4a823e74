import { Dexie } from "dexie";

/** Watches what a query gives; Dexie's own `liveQuery` is one. */
export type Observe = <T>(read: () => Promise<T>) => {
  subscribe(observer: {
    readonly next: (value: T) => void;
    readonly error: (error: unknown) => void;
  }): { unsubscribe(): void };
};

/** So long at the most nothing is given while change follows change; each reading is true of its moment. */
const SILENT_MS = 300;

/** What a connection that goes away in the middle fails with, or one that cannot be opened: `watchQuery` sees to it. */
const GONE: ReadonlySet<string> = new Set(["DatabaseClosedError", "AbortError"]);

/** Whether an error is one that no observation tells of. */
export const isGone = (failure: unknown): boolean =>
  failure instanceof Error && GONE.has(failure.name);

/**
 * Reads at once, and again whenever anything in one of the tables changes, in any tab. Dexie's `liveQuery` is more exact
 * and notes for that every key it reads, and its first reading waits for a timer: where somebody types, with fifty
 * milliseconds for a key, both are too much.
 */
export const watchTables =
  (database: Dexie, tables: readonly string[]): Observe =>
  (read) => ({
    subscribe({ next, error }) {
      const life = new AbortController();
      let isReading = false;
      let isStale = false;
      const readAgain = async (): Promise<void> => {
        isStale = true;
        if (isReading) return;
        isReading = true;
        let given = performance.now();
        try {
          while (isStale && !life.signal.aborted) {
            isStale = false;
            const value = await read();
            if (life.signal.aborted || (isStale && performance.now() - given < SILENT_MS)) continue;
            given = performance.now();
            next(value);
          }
        } catch (failure) {
          if (!life.signal.aborted && !isGone(failure)) error(failure);
        } finally {
          isReading = false;
        }
      };
      const parts = tables.map((table) => `idb://${database.name}/${table}/`);
      const changed = (mutated: object): void => {
        const names = Object.keys(mutated);
        if (names.some((name) => name === "all" || parts.some((part) => name.startsWith(part))))
          void readAgain();
      };
      Dexie.on.storagemutated.subscribe(changed);
      void readAgain();
      return {
        unsubscribe() {
          life.abort();
          Dexie.on.storagemutated.unsubscribe(changed);
        },
      };
    },
  });
