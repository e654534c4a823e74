import {
  constants,
  copyFileSync,
  existsSync,
  globSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { holdDataDirectory } from "../store/data-directory.ts";
import { syncFile, withDatabase } from "./backup-file.ts";
import { liveFile } from "./copy-sqlite.ts";
import { fileStamp } from "./file-stamp.ts";
import {
  nextEpoch,
  prepareCopy,
  removeCopy,
  type Restored,
  type RestoreOptions,
} from "./prepare-copy.ts";

/** What a database that did not open consists of. */
const LOG_THEN_FILE = ["-wal", "-shm", ""];

/** Restores into a data directory on which no server runs; what was there stays beside it. */
export async function restoreSqlite(
  directory: string,
  file: string,
  { now }: RestoreOptions,
): Promise<Restored> {
  mkdirSync(directory, { recursive: true });
  const held = holdDataDirectory(directory);
  try {
    const live = liveFile(directory);
    // Of restores that were killed: we hold the directory, nobody works on them.
    for (const name of globSync("paintbox.sqlite.restoring*", { cwd: directory }))
      rmSync(join(directory, name), { force: true });
    const copy = `${live}.restoring`;
    try {
      const content = await prepareCopy(file, copy);
      const epoch = nextEpoch(content.epoch, settledEpoch(live), now);
      withDatabase(copy, (database) =>
        database.prepare("update clock set epoch = ?, backed_up_rev = rev where id = 1").run(epoch),
      );
      syncFile(copy);
      const keptAside = keepAside(live, now);
      renameSync(copy, live);
      syncFile(live);
      return { content, epoch, keptAside };
    } finally {
      removeCopy(copy);
    }
  } finally {
    held.release();
  }
}

/** The live store's epoch, its log brought into its file; 0 when it is gone or does not open. */
function settledEpoch(live: string): number {
  if (!existsSync(live)) return 0;
  try {
    return withDatabase(live, (database) => {
      database.exec("pragma journal_mode = delete");
      return Number(database.prepare("select epoch from clock where id = 1").get()?.["epoch"] ?? 0);
    });
  } catch {
    return 0;
  }
}

/**
 * A second name for what is there, so that its own name is never without a file. A log that is still beside
 * it belongs to a file that did not open, and must not meet the restored one.
 */
function keepAside(live: string, now: number): string | null {
  if (!existsSync(live)) return null;
  const aside = freeName(live, now);
  for (const suffix of LOG_THEN_FILE) {
    if (!existsSync(`${live}${suffix}`)) continue;
    keep(`${live}${suffix}`, `${aside}${suffix}`);
    if (suffix !== "") rmSync(`${live}${suffix}`);
  }
  return aside;
}

/** A name that nothing has which was kept before: two restores can fall into one second, or a clock be set back. */
function freeName(live: string, now: number): string {
  const first = `${live}.before-restore-${fileStamp(now)}`;
  let name = first;
  for (let count = 2; LOG_THEN_FILE.some((suffix) => existsSync(`${name}${suffix}`)); count += 1)
    name = `${first}-${count}`;
  return name;
}

function keep(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch {
    copyFileSync(file, name, constants.COPYFILE_EXCL);
    syncFile(name);
  }
}
