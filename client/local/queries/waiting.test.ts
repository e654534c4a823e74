import { IDBIndex, IDBObjectStore } from "fake-indexeddb";
import { expect, test, vi } from "vitest";
import { offerBatch } from "../replica/offer.ts";
import type { OutboxState } from "../rows.ts";
import { createTablet } from "../testing/test-local.ts";
import { readQueue } from "./queue.ts";
import { estimateStanding } from "./standing.ts";
import { countWaiting, waitingEdits } from "./waiting.ts";

const WEEK = 2_000;
const HOUSE = "house";

/** A tablet after a week with no signal; the first edits were offered in vain, or answered. */
async function weekAway(states: readonly OutboxState[]) {
  const local = await createTablet().open();
  const edits = Array.from({ length: WEEK }, (_, index) => ({
    seq: index + 1,
    id: local.newId(),
    name: "estimate.edit" as const,
    operations: [],
    at: "2026-05-04T08:00:00.000Z",
    estimateId: HOUSE,
    state: states[index] ?? ("saved" as const),
    refused: false,
  }));
  await local.database.outbox.bulkAdd(edits);
  return { local, edits };
}

test("what was offered and what was not waits; what the server has answered does not", async () => {
  const { local, edits } = await weekAway(["answered", "offered"]);
  expect(await countWaiting(local)).toBe(WEEK - 1);
  expect(await waitingEdits(local)).toEqual(edits.slice(1).map(({ id }) => id));
  expect((await readQueue(local)).here).toBe(WEEK - 1);
});

test("a week of edits is not walked through for every key, nor for a batch", async () => {
  const { local } = await weekAway(["offered"]);
  const steps = [IDBIndex.prototype, IDBObjectStore.prototype].flatMap((store) => [
    vi.spyOn(store, "openCursor"),
    vi.spyOn(store, "openKeyCursor"),
  ]);
  const walks = () => steps.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  const read = vi.spyOn(IDBObjectStore.prototype, "getAll");
  const readByIndex = vi.spyOn(IDBIndex.prototype, "getAll");
  expect(await countWaiting(local)).toBe(WEEK);
  expect((await offerBatch(local)).mutations).toHaveLength(200);
  expect(walks()).toBe(0);
  // The first edit that waits is enough to know that one does.
  readByIndex.mockClear();
  read.mockClear();
  expect(await estimateStanding(local, HOUSE)).toBe("on-tablet");
  expect(readByIndex).not.toHaveBeenCalled();
  expect(read).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
