import { existsSync, globSync, linkSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { StoreLocation } from "../store/store.ts";
import { BackupError } from "./backup-error.ts";
import { type BackupContent, readBackup, syncFile } from "./backup-file.ts";
import { copyPostgres } from "./copy-postgres.ts";
import { copySqlite } from "./copy-sqlite.ts";
import { markBackedUp } from "./mark-backed-up.ts";

/** What a backup that was killed left behind is taken away by the next one after this time. */
const LEFT_BEHIND_MS = 24 * 60 * 60_000;

/**
 * Makes a backup while the server runs: copies the store as it is at one moment, reads the whole copy
 * again, puts it under its name when it is on the disk, and only then tells the store that its log is
 * backed up so far.
 *
 * @param file must not exist yet; its folder must.
 * @throws BackupError when there is nothing to back up, the place is wrong, or the copy is not sound.
 */
export async function makeBackup(location: StoreLocation, file: string): Promise<BackupContent> {
  const folder = dirname(file);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new BackupError(`The folder ${folder} does not exist; make it, or choose another.`);
  if (existsSync(file)) throw new BackupError(`${file} exists already; it is not overwritten.`);
  takeAwayLeftBehind(file);
  const partial = `${file}.partial-${process.pid}`;
  const remove = (): void => {
    for (const suffix of ["", "-journal", "-wal", "-shm"])
      rmSync(`${partial}${suffix}`, { force: true });
  };
  process.once("exit", remove);
  try {
    if ("directory" in location) await copySqlite(location.directory, partial);
    else await copyPostgres(location.databaseUrl, partial);
    const content = readBackup(partial);
    syncFile(partial);
    putInPlace(partial, file);
    await markBackedUp(location, content);
    return content;
  } finally {
    remove();
    process.off("exit", remove);
  }
}

/** Gives a file its name, unless somebody else took that name meanwhile. */
function putInPlace(partial: string, file: string): void {
  try {
    linkSync(partial, file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "EEXIST") throw new BackupError(`${file} exists already; it is not overwritten.`);
    // Some file systems know no second name for a file.
    renameSync(partial, file);
  }
  syncFile(file);
}

function takeAwayLeftBehind(file: string): void {
  const folder = dirname(file);
  for (const name of globSync(`${basename(file)}.partial-*`, { cwd: folder })) {
    const path = join(folder, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > LEFT_BEHIND_MS) rmSync(path, { force: true });
  }
}
