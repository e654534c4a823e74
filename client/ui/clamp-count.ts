/** The nearest whole count inside `min` to `max`; what is not a number counts as `min`. */
export function clampCount(count: number, min: number, max: number): number {
  if (Number.isNaN(count)) return min;
  return Math.min(max, Math.max(min, Math.round(count)));
}
