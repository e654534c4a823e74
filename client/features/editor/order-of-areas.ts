/**
 * Behind whom an area stands after a step up or down: an id, null for the front, undefined when it is at the
 * end already.
 */
export function neighbourBefore(
  ids: readonly string[],
  id: string,
  by: -1 | 1,
): string | null | undefined {
  const at = ids.indexOf(id);
  const target = at + by;
  if (at === -1 || target < 0 || target >= ids.length) return undefined;
  const others = ids.filter((other) => other !== id);
  return others[target - 1] ?? null;
}
