import type { Area } from "../shared/cache-budget.ts";
import type { WorkerDatabase } from "./database.ts";

/** An entry of a cache as it is on the books. */
export interface Entry {
  /** Area and address. */
  readonly key: string;
  readonly area: Area;
  readonly url: string;
  /** Charged (`chargeOf`). */
  readonly bytes: number;
  /** Unix milliseconds. */
  readonly usedAt: number;
}

export interface LedgerChange {
  readonly put?: readonly Entry[];
  /** By key. Taken away before anything is put. */
  readonly remove?: readonly string[];
}

/** What is on the books. Always at least what is in the caches, whenever the worker is stopped. */
export interface Ledger {
  /** Another number than before: the books may have been lost since, and have to be held against the caches. */
  opening(): Promise<number>;
  entries(): Promise<readonly Entry[]>;
  /** All of it or nothing. */
  change(change: LedgerChange): Promise<void>;
}

export const entryKey = (area: Area, url: string): string => `${area} ${url}`;

export function ledgerIn(database: WorkerDatabase): Ledger {
  return {
    async opening() {
      await database.ready();
      return database.openings;
    },
    entries: () => database.read("entries", (store): IDBRequest<Entry[]> => store.getAll()),
    change: ({ put = [], remove = [] }) =>
      database.change("entries", (store) => {
        for (const key of remove) store.delete(key);
        for (const entry of put) store.put(entry);
      }),
  };
}
