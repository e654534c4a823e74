import { Dexie } from "dexie";
import { breakOffWhenPutAside } from "./put-aside.ts";
import { StorageHealth } from "./storage-health.ts";

export type DatabaseOptions = {
  readonly indexedDB?: IDBFactory | undefined;
  readonly IDBKeyRange?: typeof IDBKeyRange | undefined;
};

/**
 * A database on this tablet whose connection may be lost and found again. Every transaction is strict: when it has
 * completed, the bytes are on the disk and not in a buffer that a flat battery empties (Chrome is relaxed by default
 * since 121).
 */
export class HealthyDatabase extends Dexie {
  readonly health = new StorageHealth();
  /** Where it lies: another database beside it is opened in the same place. */
  readonly storage: DatabaseOptions;
  /** Closed by us, for good: it is not to be opened again by whoever comes too late. */
  isPutAway = false;
  readonly #letBe: () => void;

  constructor(name: string, storage: DatabaseOptions) {
    const { indexedDB, IDBKeyRange } = storage;
    super(name, {
      chromeTransactionDurability: "strict",
      // Screens show what is on the disk, never an optimistic guess of it.
      cache: "disabled",
      ...(indexedDB && { indexedDB }),
      ...(IDBKeyRange && { IDBKeyRange }),
    });
    this.storage = storage;
    this.#letBe = breakOffWhenPutAside(this);
  }

  /** Dexie closes through here too, when the browser has closed the connection under it; it opens again when used. */
  override close(options?: { disableAutoOpen: boolean }): void {
    if (options?.disableAutoOpen !== false) {
      this.isPutAway = true;
      this.#letBe();
    }
    super.close(options);
    this.health.connectionClosed();
  }
}
