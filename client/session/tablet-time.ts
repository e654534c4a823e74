import type { Kept } from "./kept.ts";

/** A clock that is behind what the tablet knows by more than this was set back: clocks that are merely bad differ less. */
export const CLOCK_BEHIND_MS = 10 * 60_000;

/** What time it is as far as a tablet can know without asking. */
export interface TabletTime {
  /** Unix milliseconds by the server's clock; it never goes back. */
  readonly time: number;
  /** The tablet's clock shows a time that is over. */
  readonly isClockBehind: boolean;
}

/**
 * The time by the server's clock: the tablet's own, corrected by what they differed at the last answer, and never earlier
 * than it has known it to be. A clock that was always wrong is put right by that; one that is set back gains nothing.
 *
 * @param now Unix milliseconds by the tablet's clock.
 */
export function tabletTime(
  { offsetMs, latest }: Pick<Kept, "offsetMs" | "latest">,
  now: number,
): TabletTime {
  const corrected = now + offsetMs;
  return {
    time: Math.max(corrected, latest),
    isClockBehind: corrected < latest - CLOCK_BEHIND_MS,
  };
}

/**
 * What a tablet knows the time to be after it has run for a while. While its clock is behind, the time goes on by how long
 * it has run.
 *
 * @param ranMs since the last note, by a clock that nobody can set.
 */
export function noteTime(kept: Kept, now: number, ranMs: number): Kept {
  const { time, isClockBehind } = tabletTime(kept, now);
  return { ...kept, latest: isClockBehind ? kept.latest + Math.max(0, ranMs) : time };
}
