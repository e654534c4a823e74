import {
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
import {
  nextEpoch,
  prepareCopy,
  removeCopy,
  type Restored,
  type RestoreOptions,
} from "./prepare-copy.ts";

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
  const stamp = new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, "");
  const aside = `${live}.before-restore-${stamp}`;
  for (const suffix of ["-wal", "-shm", ""]) {
    if (!existsSync(`${live}${suffix}`)) continue;
    keep(`${live}${suffix}`, `${aside}${suffix}`);
    if (suffix !== "") rmSync(`${live}${suffix}`);
  }
  return aside;
}

function keep(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch {
    copyFileSync(file, name);
    syncFile(name);
  }
}
