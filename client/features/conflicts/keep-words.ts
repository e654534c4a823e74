import type { conflicts } from "../../words/conflicts.ts";
import { isNamed, type Side } from "./sides.ts";

/**
 * What the button says that keeps a side.
 *
 * @param userName who reads it: their own value is theirs, and not that of somebody with their name.
 */
export function keepWords(
  side: Side,
  sides: readonly [Side, Side],
  userName: string,
  w: typeof conflicts.en,
): string {
  if (!isNamed(side, sides)) return w.conflictsKeepThis;
  return side.name === userName ? w.conflictsKeepMine : w.conflictsKeep(side.name);
}
