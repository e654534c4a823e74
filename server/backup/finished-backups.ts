import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileStamp } from "./file-stamp.ts";

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

const NAME = /^paintbox-\d{8}T\d{6}Z\.sqlite$/;

/**
 * What the server calls its backups, each once it was verified. Files with names that people gave them are not its own,
 * and are never pruned.
 *
 * @param at Unix milliseconds.
 */
export const backupName = (at: number): string => `paintbox-${fileStamp(at)}.sqlite`;

/** How far the clock of a file server may be ahead of ours before its dates mean nothing. */
export const CLOCK_SKEW_MS = 5 * 60_000;

/**
 * The finished backups of a folder; none where there is no such folder.
 *
 * @param now Unix milliseconds.
 * @throws when the folder cannot be read.
 */
export function finishedBackups(directory: string, now: number): FinishedBackups {
  const files = namesIn(directory)
    .filter((name) => NAME.test(name))
    .flatMap((name) => finishedFile(join(directory, name)))
    .toSorted((one, other) => other.at - one.at);
  const isMade = ({ at }: BackupFile): boolean => at <= now + CLOCK_SKEW_MS;
  return { made: files.filter(isMade), fromTheFuture: files.filter((file) => !isMade(file)) };
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

/** What is no file, is empty or cannot be looked at is no backup. */
function finishedFile(path: string): readonly BackupFile[] {
  try {
    const found = statSync(path);
    return found.isFile() && found.size > 0 ? [{ path, at: found.mtimeMs }] : [];
  } catch {
    return [];
  }
}
