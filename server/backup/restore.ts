import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import type { StoreLocation } from "../store/store.ts";
import { BackupError } from "./backup-error.ts";
import type { Restored, RestoreOptions } from "./prepare-copy.ts";
import { restorePostgres } from "./restore-postgres.ts";
import { restoreSqlite } from "./restore-sqlite.ts";
import { takeAwayUnfinished } from "./work-folder.ts";

/**
 * Puts a backup in the place of the store's data, whole or not at all, and begins a new epoch.
 *
 * @throws BackupError when the file is no sound backup of this version or an earlier one, or when data is
 *   in the way. StoreError when a server runs on the directory, or Postgres does not answer.
 */
export async function restore(
  location: StoreLocation,
  file: string,
  options: RestoreOptions,
): Promise<Restored> {
  if (!existsSync(file)) throw new BackupError(`There is no file ${file}.`);
  takeAwayUnfinished(tmpdir());
  return "directory" in location
    ? restoreSqlite(location.directory, file, options)
    : restorePostgres(location.databaseUrl, file, options);
}
