// Dexie asks once, when it is loaded, whether there is an IndexedDB to watch: this comes first.
import "fake-indexeddb/auto";
import { liveQuery } from "dexie";
import { expect, test } from "vitest";
import { writeState } from "../database.ts";
import { inOneReading } from "./estimates.ts";
import { findEstimates } from "./find-estimates.ts";
import { keysOfWord } from "./word-keys.ts";
import { plainCustomer } from "../testing/plain-records.ts";
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

test("what is sought is sought again when its words change", async () => {
  const local = await createTablet().open();
  const estimate = await local.database.estimate.get(await startEstimate(local));
  const customerId = estimate?.customerId ?? "";
  // Nothing but the row of the customer and of the list: no edit that waits to be sent.
  const rename = (name: string) =>
    writeState(
      local.database,
      { entity: "customer", id: customerId },
      { fields: plainCustomer({ name }), deleted: false },
    );
  const counts: number[] = [];
  const seen = liveQuery(() => findEstimates(local, { text: "zebr", filter: "all" }, 10));
  const watching = seen.subscribe(({ rows }) => counts.push(rows.length));
  try {
    await expect.poll(() => counts.at(-1)).toBe(0);
    await rename("Zebra Court HOA");
    await expect.poll(() => counts.at(-1)).toBe(1);
    await rename("Aspen Court HOA");
    await expect.poll(() => counts.at(-1)).toBe(0);
  } finally {
    watching.unsubscribe();
  }
});
