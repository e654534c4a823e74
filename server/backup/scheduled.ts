import { spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { BackupReport } from "../../shared/health.ts";
import type { Clock } from "../clock.ts";
import type { BackupConfig } from "../config.ts";
import { errorFields, type Log } from "../observe/log.ts";
import { startLoop } from "../salesforce/loop.ts";
import { backupName, type BackupFile, finishedBackups } from "./finished-backups.ts";
import { takeAwayUnfinished } from "./work-folder.ts";

export interface ScheduledBackups {
  report(): BackupReport;
  /** Ends a backup under way; it leaves nothing behind. */
  stop(): Promise<void>;
}

export interface ScheduleParts extends BackupConfig {
  readonly clock: Clock;
  readonly log: Log;
  /** The file of the command `paintbox`. */
  readonly command: string;
}

/** Two weeks of daily ones: a mistake is often found only after a while. */
export const KEPT = 14;
const HOUR_MS = 60 * 60_000;
const RETRY_MS = 15 * 60_000;
/** The longest sleep between two looks at the folder: timers end at 24 days. */
const LONGEST_REST_MS = HOUR_MS;

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/**
 * Makes a backup as often as asked, into one folder. When the next one is due is read from the files that
 * are there, so that a restart neither repeats nor skips one; a file dated later than now says nothing. The
 * command runs in a process of its own: reading a large copy again would hold up the tablets.
 */
export function startScheduledBackups(parts: ScheduleParts): ScheduledBackups {
  const { directory, everyHours, clock, log, command } = parts;
  let problem: string | null = null;
  let child: ReturnType<typeof spawn> | null = null;
  let stopped = false;

  const run = async (file: string): Promise<void> => {
    // Made again it would stand on the server's own disk, where the folder of a disk that has come off was.
    if (!existsSync(directory))
      throw new Error(`${directory} (BACKUP_DIR) is not there any more: nothing was backed up.`);
    const running = spawn(process.execPath, [command, "backup", file], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    child = running;
    const exited = new Promise<number | null>((resolve, reject) => {
      running.once("error", reject);
      running.once("exit", resolve);
    });
    const [said, code] = await Promise.all([text(running.stderr), exited]);
    if (code !== 0) throw new Error(said.trim() || `the backup ended with ${code}`);
  };

  const reported = new Set<string>();
  /** Once for each file: it stays until its date has come, or a person has looked. */
  const reportFuture = ({ path, at }: BackupFile): void => {
    if (reported.has(path)) return;
    reported.add(path);
    log.error("backup.dated_in_future", { file: path, dated: new Date(at).toISOString() });
  };
  const made = (): readonly BackupFile[] => finishedBackups(directory, clock.now()).made;

  const failed = (error: unknown): void => {
    problem = messageOf(error);
    log.error("backup.failed", errorFields(error));
  };

  /** @returns milliseconds until the next look. */
  const round = async (): Promise<number> => {
    try {
      takeAwayUnfinished(directory);
      finishedBackups(directory, clock.now()).fromTheFuture.forEach(reportFuture);
      const due = (made()[0]?.at ?? Number.NEGATIVE_INFINITY) + everyHours * HOUR_MS;
      const rest = due - clock.now();
      if (rest > 0) {
        problem = null;
        return Math.min(rest, LONGEST_REST_MS);
      }
      const file = join(directory, backupName(clock.now()));
      await run(file);
      problem = null;
      log.info("backup.made", { file });
      for (const { path } of made().slice(KEPT)) rmSync(path, { force: true });
      return Math.min(everyHours * HOUR_MS, LONGEST_REST_MS);
    } catch (error) {
      if (!stopped) failed(error);
      return Math.min(RETRY_MS, everyHours * HOUR_MS);
    } finally {
      child = null;
    }
  };

  const report = (): BackupReport => {
    try {
      return { lastVerifiedAt: made()[0]?.at ?? null, problem };
    } catch (error) {
      // The folder cannot be read: nobody knows.
      return { lastVerifiedAt: null, problem: messageOf(error) };
    }
  };

  try {
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    failed(error);
  }
  const loop = startLoop(round);
  return {
    report,
    async stop() {
      stopped = true;
      child?.kill("SIGTERM");
      await loop.stop();
    },
  };
}
