import type { takeOver } from "../../words/take-over.ts";

/**
 * What taking over an estimate means, sentence by sentence.
 *
 * @param name whose it is; empty: nobody's.
 * @param waiting edits of theirs that are on this tablet only.
 */
export function takeOverWords(
  name: string,
  waiting: number,
  w: typeof takeOver.en,
): readonly string[] {
  if (name === "") return [w.takeOverNobodys];
  return [
    w.takeOverMine(name),
    w.takeOverKept(name),
    ...(waiting > 0 ? [w.takeOverWaiting(waiting, name)] : []),
    w.takeOverTold(name),
  ];
}
