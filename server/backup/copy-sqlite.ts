import { existsSync } from "node:fs";
import { join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { BackupError } from "./backup-error.ts";
import { withDatabase } from "./backup-file.ts";

export const liveFile = (directory: string): string => join(directory, "paintbox.sqlite");

/** Pages copied before other work of the source's thread gets its turn: 8 MB. */
const PAGES_AT_ONCE = 1024;

/** Copies the embedded store as it is at one moment, while a server writes to it. */
export async function copySqlite(directory: string, to: string): Promise<void> {
  const file = liveFile(directory);
  if (!existsSync(file))
    throw new BackupError(`There is no data in ${directory} (DATA_DIR): nothing to back up.`);
  const source = new DatabaseSync(file, { timeout: 5000 });
  try {
    // An open snapshot: without it, every commit of the server would begin the copy anew.
    source.exec("begin");
    source.prepare("select rev from clock").get();
    await backup(source, to, { rate: PAGES_AT_ONCE });
    source.exec("rollback");
  } finally {
    source.close();
  }
  // The copy says, as its original does, that it has a log beside it; a backup is one file.
  withDatabase(to, (copy) => copy.exec("pragma journal_mode = delete"));
}
