import type { PaintboxDatabase } from "../database.ts";

/** After every word that begins so. */
const LAST = "\uFFFF";

/** The keys of the list with a word that begins so; null when there are more than `most`. */
export async function keysOfWord(
  { listed }: PaintboxDatabase,
  word: string,
  most: number,
): Promise<ReadonlySet<string> | null> {
  const begun = listed.where("words").between(word, `${word}${LAST}`, true, true);
  const keys = await begun.limit(most + 1).primaryKeys();
  return keys.length > most ? null : new Set(keys);
}
