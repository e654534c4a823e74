import { DatabaseSync } from "node:sqlite";
import { Kysely, type Transaction } from "kysely";
import { type DataDirectory, holdDataDirectory } from "./data-directory.ts";
import { createGroupCommit } from "./group-commit.ts";
import { migrate } from "./migrations.ts";
import { nodeSqliteDialect } from "./node-sqlite.ts";
import type { Database } from "./schema.ts";
import { namedOpenError } from "./store-error.ts";

/** The one door to the server's data. Everything acknowledged to a tablet went through `write`. */
export interface Store {
  /** Single reads, outside a transaction. */
  readonly db: Kysely<Database>;
  /** Several reads of one snapshot. Await nothing but the database in it. */
  read<T>(work: (tx: Transaction<Database>) => Promise<T>): Promise<T>;
  /**
   * Resolves when the commit is on disk. Writes of one turn of the event loop share a transaction, each in
   * a savepoint: one that throws is undone alone and rejects with what it threw. Await nothing but `tx` in
   * it; `db` and `read` would not see its changes, and with `:memory:` would wait for its end.
   *
   * @throws StoreError `storage_full`: nothing of any write of the transaction was kept.
   */
  write<T>(work: (tx: Transaction<Database>) => Promise<T>): Promise<T>;
  /** Waits for the writes under way, then lets go of the directory. */
  close(): Promise<void>;
}

/** Rows are some 700 bytes and documents some 2 KB: pages of 4 KB would waste half the file. */
const PAGE_SIZE = 8192;
/** How long to wait for a lock that somebody else's tool holds, a backup or a shell. Milliseconds. */
const BUSY_TIMEOUT = 5000;
/** SQLite's default, said here because the log's size decides how long opening after a crash takes. */
const CHECKPOINT_PAGES = 1000;

/**
 * Opens the store, bringing its tables up to date.
 *
 * @param options.directory where `paintbox.sqlite` lives, or `:memory:` for a store that dies with the
 *   process.
 * @throws StoreError `in_use`, `newer_data`, `unusable`, `storage_full`.
 */
export async function openStore(options: { readonly directory: string }): Promise<Store> {
  const inMemory = options.directory === ":memory:";
  const held = inMemory ? null : holdDataDirectory(options.directory);
  try {
    return await openHeld(held);
  } catch (error) {
    held?.release();
    throw namedOpenError(error);
  }
}

async function openHeld(held: DataDirectory | null): Promise<Store> {
  const writer = openWriter(held?.databaseFile ?? ":memory:");
  try {
    await migrate(writer);
  } catch (error) {
    await writer.destroy();
    throw error;
  }
  const reader = held === null ? writer : openReader(held.databaseFile);
  const commits = createGroupCommit(writer);
  return {
    db: reader,
    read: (work) => reader.transaction().execute(work),
    write: (work) => commits.write(work),
    close: async () => {
      await commits.drained();
      if (reader !== writer) await reader.destroy();
      await writer.destroy();
      held?.release();
    },
  };
}

function openWriter(file: string): Kysely<Database> {
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT });
  database.exec(`pragma page_size = ${PAGE_SIZE}`);
  database.exec("pragma journal_mode = wal");
  // An answer says "on the server": the commit waits for the disk, not for the operating system's cache.
  database.exec("pragma synchronous = full");
  database.exec(`pragma wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  return new Kysely<Database>({ dialect: nodeSqliteDialect(database, "begin immediate") });
}

/** A connection of its own: in WAL mode a reader keeps its snapshot while the writer commits. */
function openReader(file: string): Kysely<Database> {
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT });
  database.exec("pragma query_only = on");
  return new Kysely<Database>({ dialect: nodeSqliteDialect(database, "begin") });
}
