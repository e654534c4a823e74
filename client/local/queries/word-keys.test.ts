import { expect, test } from "vitest";
import { inOneReading } from "./estimates.ts";
import { keysOfWord } from "./word-keys.ts";
import { startEstimate } from "../testing/sample-records.ts";
import { createTablet } from "../testing/test-local.ts";

test("a word has the keys of everything it begins, up to a number", async () => {
  const local = await createTablet().open();
  await startEstimate(local);
  await startEstimate(local);
  const all = new Set(await local.database.listed.toCollection().primaryKeys());
  const [row] = await local.database.listed.toArray();
  const word = row?.words[0] ?? "";
  expect(word).not.toBe("");
  const keys = (most: number, begun: string) =>
    inOneReading(local, () => keysOfWord(local.database, begun, most));
  expect(await keys(2, word.slice(0, 2))).toEqual(all);
  expect(await keys(1, word)).toBeNull();
  expect(await keys(1, `${word}x`)).toEqual(new Set());
});
