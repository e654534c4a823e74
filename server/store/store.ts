import type { Kysely, Transaction } from "kysely";
import type { Database } from "./schema.ts";
import { openSqliteStore } from "./sqlite-store.ts";

/** The one door to the server's data. Everything acknowledged to a tablet went through `write`. */
export interface Store {
  /** Single reads, outside a transaction. */
  readonly db: Kysely<Database>;
  /** Whether other server processes may work on the same data at the same time. */
  readonly isShared: boolean;
  /** Several reads of one snapshot. Await nothing but the database in it. */
  read<T>(work: (tx: Transaction<Database>) => Promise<T>): Promise<T>;
  /**
   * Resolves when the commit is on disk. No other write, of this process or another, runs between the first
   * read in it and its commit. Writes of one turn of the event loop share a transaction, each in a
   * savepoint: one that throws is undone alone and rejects with what it threw. Await nothing but `tx` in
   * it; `db` and `read` would not see its changes, and with `:memory:` would wait for its end.
   *
   * @throws StoreError `storage_full`: nothing of any write of the transaction was kept. `away`: the
   *   connection was lost, and whether the transaction was kept is known only once it is looked for.
   */
  write<T>(work: (tx: Transaction<Database>) => Promise<T>): Promise<T>;
  /** Of a shared database; null for the embedded one. */
  connections(): ConnectionsReport | null;
  /** Waits for the writes under way, then lets go of the data. */
  close(): Promise<void>;
}

/** How the connections to a database stand. */
export interface ConnectionsReport {
  readonly open: number;
  readonly idle: number;
  /** Who waits for one. */
  readonly waiting: number;
  readonly max: number;
}

/** Where the data is: in a directory of this machine (`:memory:` dies with the process), or in Postgres. */
export type StoreLocation = { readonly directory: string } | { readonly databaseUrl: string };

/**
 * Opens the store, bringing its tables up to date. A Postgres that is starting is waited for.
 *
 * @param onWaiting called once when that takes a while, with what is waited for.
 * @throws StoreError `in_use`, `newer_data`, `unusable`, `storage_full`, `away`.
 */
export async function openStore(
  location: StoreLocation,
  onWaiting: (sentence: string) => void = () => undefined,
): Promise<Store> {
  if ("directory" in location) return openSqliteStore(location.directory);
  // Loaded only where it is used: the embedded store starts without it.
  const { openPostgresStore } = await import("./postgres-store.ts");
  return openPostgresStore(location.databaseUrl, { onWaiting });
}
