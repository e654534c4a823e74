import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isBusy, StoreError } from "./store-error.ts";

export interface DataDirectory {
  readonly databaseFile: string;
  release(): void;
}

/**
 * Makes the directory and keeps it to this process: the lock is a transaction held open on a file of its
 * own, which the operating system ends with the process, however that ended.
 *
 * @throws StoreError `in_use` when another server runs on it, `unusable` when it cannot be written.
 */
export function holdDataDirectory(directory: string): DataDirectory {
  let lock: DatabaseSync | undefined;
  try {
    mkdirSync(directory, { recursive: true });
    lock = new DatabaseSync(join(directory, "server.lock"), { timeout: 0 });
    const held = lock;
    held.exec("begin exclusive");
    return { databaseFile: join(directory, "paintbox.sqlite"), release: () => held.close() };
  } catch (error) {
    lock?.close();
    if (isBusy(error))
      throw new StoreError("in_use", "Another Paintbox server is running on this data directory.", {
        cause: error,
      });
    throw new StoreError("unusable", "The data directory cannot be made or written.", {
      cause: error,
    });
  }
}
