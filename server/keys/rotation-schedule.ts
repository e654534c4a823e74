import type { Clock } from "../clock.ts";
import type { Log } from "../observe/log.ts";
import type { KeyFile } from "./key-file.ts";
import { changeKeys, readKeys } from "./key-folder.ts";
import { daysToMs } from "./key-times.ts";
import { maySignFrom, rotated } from "./rotation.ts";
import { generateSigningKey } from "./signing-key.ts";

/** After a rotation that failed. */
const RETRY_MS = 60 * 60_000;

export interface ScheduleParts {
  readonly folder: string;
  /** Days that a key signs; 0: until somebody rotates by hand. */
  readonly rotateDays: number;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Rotates the folder's keys when it is time. Of several servers whichever comes first does it, under the folder's lock;
 * the others find it done.
 *
 * @returns whether it has changed the keys.
 */
export function rotationSchedule({
  folder,
  rotateDays,
  clock,
  log,
}: ScheduleParts): () => Promise<boolean> {
  let notBefore = 0;
  const isDue = (keys: KeyFile, now: number): boolean =>
    now >= keys.current.signsSince + daysToMs(rotateDays) && now >= maySignFrom(keys);

  return async () => {
    const now = clock.now();
    if (rotateDays === 0 || now < notBefore) return false;
    const read = await readKeys(folder);
    if (!read.ok || !isDue(read.value, now)) return false;
    const done = await changeKeys<{ readonly code: "done" | "too_early" }>(folder, (keys) =>
      isDue(keys, now)
        ? rotated(keys, { now, generate: generateSigningKey })
        : { ok: false, error: { code: "done" } },
    );
    if (done.ok || done.error.code === "done") return true;
    if (done.error.code === "busy") return false;
    log.error("keys.rotation_failed", { code: done.error.code });
    notBefore = now + RETRY_MS;
    return false;
  };
}
