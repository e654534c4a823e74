import { Dexie } from "dexie";
import type { PaintboxDatabase } from "../database.ts";

/** After every word that begins so. */
const LAST = "\uFFFF";

/**
 * The keys of the list with a word that begins so; null when there are more than `most`. To be called in a transaction.
 *
 * Read past Dexie, which notes every key that a live query has seen: of thousands of them that costs more than to read
 * them. One that is read through Dexie watches over the same range of words.
 */
export async function keysOfWord(
  { listed, keyRange }: PaintboxDatabase,
  word: string,
  most: number,
): Promise<ReadonlySet<string> | null> {
  const watch = listed.where("words").between(word, `${word}${LAST}`, true, true).limit(1);
  const watched = watch.primaryKeys();
  const { idbtrans } = Dexie.currentTransaction;
  const request = idbtrans
    .objectStore(listed.name)
    .index("words")
    .getAllKeys(keyRange.bound(word, `${word}${LAST}`), most + 1);
  // A promise of Dexie's own, so that what follows is still within its transaction.
  const keys = await new Dexie.Promise<readonly IDBValidKey[]>((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
  await watched;
  return keys.length > most ? null : new Set(keys.filter((key) => typeof key === "string"));
}
