/**
 * How tight memory is.
 *
 * - `normal`. - `warning`: caches give back half. - `critical`: caches are emptied, idle connections and the oldest
 * event streams closed. - `emergency`: reads are turned away. - `exhausted`: everything is, but health and memory.
 */
export const memoryLevels = ["normal", "warning", "critical", "emergency", "exhausted"] as const;
export type MemoryLevel = (typeof memoryLevels)[number];

/** From here on the platform may kill the process any moment. */
export const FULL_SHARE = 0.92;
/** The part of the limit at which each level begins. The kernel kills at 1; a push of 8 MB must still fit above the last. */
const BEGINS_AT: Readonly<Record<MemoryLevel, number>> = {
  normal: 0,
  warning: 0.7,
  critical: 0.85,
  emergency: FULL_SHARE,
  exhausted: 0.97,
};
/** A level is left only this far below its beginning: otherwise one request could turn it on and off. */
const LEAVES_BELOW = 0.03;

export const isAtLeast = (level: MemoryLevel, other: MemoryLevel): boolean =>
  memoryLevels.indexOf(level) >= memoryLevels.indexOf(other);

/** @param used part of the limit. @param current the level until now. */
export function nextLevel(used: number, current: MemoryLevel): MemoryLevel {
  let next: MemoryLevel = "normal";
  for (const level of memoryLevels) {
    const holds = isAtLeast(current, level) ? LEAVES_BELOW : 0;
    if (level !== "normal" && used >= BEGINS_AT[level] - holds) next = level;
  }
  return next;
}
