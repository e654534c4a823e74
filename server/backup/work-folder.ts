import { existsSync, globSync, lstatSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { BackupError } from "./backup-error.ts";

/** What folders are called that hold something unfinished, so that a person knows them too. */
const PREFIX = "paintbox-unfinished-";
/** The name of the lock in each of them. */
const LOCK = "in-use.lock";
/** A folder is lost to somebody who cleans only in the moment between its making and its lock. */
const TRIES = 20;

/** A place for what is not finished: gone when it is closed, at the exit, or, after a kill, with the next one's start. */
export interface WorkFolder {
  readonly path: string;
  readonly close: () => void;
}

/**
 * Makes a folder of one's own. It is marked as in use by a transaction held open on a file in it: the operating
 * system ends that with the process, however that ended, and other containers on the machine see it too. Numbers of
 * processes and times of files tell neither.
 *
 * @throws BackupError when nothing can be written there.
 */
export function openWorkFolder(parent: string): WorkFolder {
  for (let left = TRIES; left > 0; left -= 1) {
    const path = makeFolder(parent);
    const lock = tryLock(path);
    // A lock on a file that somebody has just taken away keeps nobody out.
    if (lock === null || !existsSync(join(path, LOCK))) {
      takeAway(path, lock);
      continue;
    }
    const close = (): void => {
      process.off("exit", close);
      takeAway(path, lock);
    };
    process.once("exit", close);
    return { path, close };
  }
  throw new BackupError(`No file can be locked in ${parent}; choose another place.`);
}

/** Takes away what processes left in a folder that are no more. Whoever still works there keeps the lock, and all of it. */
export function takeAwayUnfinished(parent: string): void {
  for (const name of globSync(`${PREFIX}*`, { cwd: parent })) {
    const path = join(parent, name);
    if (!isFolderOfOurs(path)) continue;
    const lock = tryLock(path);
    if (lock === null) continue;
    takeAway(path, lock);
  }
}

/** Removes a folder that nobody works in, and never fails: what cannot be removed now is left for the next one. */
function takeAway(path: string, lock: DatabaseSync | null): void {
  try {
    // Under another name first: whoever was about to lock a folder of this name finds none, and makes another.
    const gone = `${path}-gone`;
    renameSync(path, gone);
    rmSync(gone, { recursive: true, force: true });
  } catch {
    // The folder keeps a name by which it is found.
  } finally {
    lock?.close();
  }
}

function makeFolder(parent: string): string {
  try {
    return mkdtempSync(join(parent, PREFIX));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "error";
    throw new BackupError(`Nothing can be written into ${parent} (${code}).`, { cause: error });
  }
}

/** @returns null when another process holds it, or when it cannot be held at all. */
function tryLock(folder: string): DatabaseSync | null {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(folder, LOCK), { timeout: 0 });
    lock.exec("begin exclusive");
    return lock;
  } catch {
    lock?.close();
    return null;
  }
}

/** In a folder that everybody writes to, such as /tmp, a link or a stranger's folder could lead a root anywhere. */
function isFolderOfOurs(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return false;
  const user = process.getuid?.();
  return user === undefined || found.uid === user;
}
