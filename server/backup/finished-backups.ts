import { globSync, statSync } from "node:fs";
import { join } from "node:path";

/** A backup that the server made by itself. */
export interface BackupFile {
  readonly path: string;
  /** When it was written, as Unix milliseconds. */
  readonly at: number;
}

export interface FinishedBackups {
  /** The newest first. */
  readonly made: readonly BackupFile[];
  /** Dated later than now. When they were made nobody knows: they count for nothing, and are left alone. */
  readonly fromTheFuture: readonly BackupFile[];
}

/** What the files are called. A backup gets its name when it was verified. */
const PATTERN = "paintbox-*.sqlite";
/** How far the clock of a file server may be ahead of ours before its dates mean nothing. */
export const CLOCK_SKEW_MS = 5 * 60_000;

/**
 * The finished backups of a folder.
 *
 * @param now Unix milliseconds.
 */
export function finishedBackups(directory: string, now: number): FinishedBackups {
  const files = globSync(PATTERN, { cwd: directory })
    .map((name) => join(directory, name))
    .flatMap((path) => {
      const found = statSync(path, { throwIfNoEntry: false });
      return found ? [{ path, at: found.mtimeMs }] : [];
    })
    .toSorted((one, other) => other.at - one.at);
  const isMade = ({ at }: BackupFile): boolean => at <= now + CLOCK_SKEW_MS;
  return { made: files.filter(isMade), fromTheFuture: files.filter((file) => !isMade(file)) };
}
