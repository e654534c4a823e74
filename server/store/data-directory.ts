import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { holdFile } from "./hold-file.ts";
import { StoreError } from "./store-error.ts";

export interface DataDirectory {
  readonly databaseFile: string;
  release(): void;
}

/**
 * Makes the directory and keeps it to this process.
 *
 * @throws StoreError `in_use` when another server runs on it, `unusable` when it cannot be written.
 */
export function holdDataDirectory(directory: string): DataDirectory {
  const release = holdLock(directory);
  if (release === null)
    throw new StoreError("in_use", "Another Paintbox server is running on this data directory.");
  return { databaseFile: join(directory, "paintbox.sqlite"), release };
}

function holdLock(directory: string): (() => void) | null {
  try {
    mkdirSync(directory, { recursive: true });
    return holdFile(join(directory, "server.lock"));
  } catch (error) {
    throw new StoreError("unusable", "The data directory cannot be made or written.", {
      cause: error,
    });
  }
}
