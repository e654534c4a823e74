import { existsSync, linkSync, renameSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { StoreLocation } from "../store/store.ts";
import { BackupError } from "./backup-error.ts";
import { type BackupContent, readBackup, syncFile } from "./backup-file.ts";
import { copyPostgres } from "./copy-postgres.ts";
import { copySqlite } from "./copy-sqlite.ts";
import { markBackedUp } from "./mark-backed-up.ts";
import { openWorkFolder, takeAwayUnfinished } from "./work-folder.ts";

/**
 * Makes a backup while the server runs: copies the store as it is at one moment, reads the whole copy
 * again, puts it under its name when it is on the disk, and only then tells the store that its log is
 * backed up so far. What killed ones left is taken away first.
 *
 * @param file must not exist yet; its folder must.
 * @throws BackupError when there is nothing to back up, the place is wrong, or the copy is not sound.
 */
export async function makeBackup(location: StoreLocation, file: string): Promise<BackupContent> {
  const folder = dirname(file);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new BackupError(`The folder ${folder} does not exist; make it, or choose another.`);
  if (existsSync(file)) throw new BackupError(`${file} exists already; it is not overwritten.`);
  // The restore of another store works in the system's temporary folder, and may have been killed there.
  for (const place of [folder, tmpdir()]) takeAwayUnfinished(place);
  const work = openWorkFolder(folder);
  try {
    const copy = join(work.path, "copy.sqlite");
    if ("directory" in location) await copySqlite(location.directory, copy);
    else await copyPostgres(location.databaseUrl, copy);
    const content = readBackup(copy);
    syncFile(copy);
    putInPlace(copy, file);
    await markBackedUp(location, content);
    return content;
  } finally {
    work.close();
  }
}

/** Gives a file its name, unless somebody else took that name meanwhile. */
function putInPlace(copy: string, file: string): void {
  try {
    linkSync(copy, file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "EEXIST") throw new BackupError(`${file} exists already; it is not overwritten.`);
    // Some file systems know no second name for a file.
    renameSync(copy, file);
  }
  syncFile(file);
}
