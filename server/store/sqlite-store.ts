import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { type DataDirectory, holdDataDirectory } from "./data-directory.ts";
import { createGroupCommit } from "./group-commit.ts";
import { migrate } from "./migrations.ts";
import { nodeSqliteDialect } from "./node-sqlite.ts";
import type { Database } from "./schema.ts";
import type { Store } from "./store.ts";
import { namedOpenError } from "./store-error.ts";

/** Rows are some 700 bytes and documents some 2 KB: pages of 4 KB would waste half the file. */
const PAGE_SIZE = 8192;
/** How long to wait for a lock that another process holds, a backup or a shell. Milliseconds. */
const BUSY_TIMEOUT = 5000;
/** SQLite's default, said here because the log's size decides how long opening after a crash takes. */
const CHECKPOINT_PAGES = 1000;

/**
 * Opens the embedded store, bringing its tables up to date.
 *
 * @param directory where `paintbox.sqlite` lives, or `:memory:`.
 * @throws StoreError `in_use`, `newer_data`, `unusable`, `storage_full`.
 */
export async function openSqliteStore(directory: string): Promise<Store> {
  const held = directory === ":memory:" ? null : holdDataDirectory(directory);
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
  const commits = createGroupCommit((work) => writer.transaction().execute(work));
  return {
    db: reader,
    isShared: false,
    read: (work) => reader.transaction().execute(work),
    write: (work) => commits.write(work),
    connections: () => null,
    close: async () => {
      await commits.drained();
      if (reader !== writer) await reader.destroy();
      await writer.destroy();
      held?.release();
    },
  };
}

/** A connection that writes, made as the server's own is. */
export function openWriter(file: string): Kysely<Database> {
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
