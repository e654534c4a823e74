import { expect, test } from "vitest";
import type { PullResponse } from "../../../shared/sync/wire.ts";
import { createCustomer } from "../actions/create-customer.ts";
import { readSyncMeta } from "../sync-meta.ts";
import { serverRecord, valueOf } from "../testing/sample-records.ts";
import { pullAnswer } from "../testing/pull-answer.ts";
import { createTablet } from "../testing/test-local.ts";
import { applyPull, pullPosition } from "./apply-pull.ts";
import { allowRemoval } from "./removal-fuse.ts";

/** R9: a server that has lost its data does not empty the tablets. */

const customer = {
  name: "Ana",
  phone: "",
  email: "",
  street: "",
  city: "",
  state: "",
  postalCode: "",
  salesforceAccountId: null,
};
const living = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) =>
    serverRecord("customer", `c${from + index}`, customer),
  );
const removed = (from: number, to: number) =>
  living(from, to).map((record) => ({ ...record, deleted: true }));

async function tabletWith(count: number) {
  const local = await createTablet().open();
  let cursor = 0;
  const pull = async (part: Partial<PullResponse>) => {
    const position = await pullPosition(local);
    const answer = pullAnswer({
      from: position.cursor,
      cursor: (cursor += 1),
      ...part,
    });
    return applyPull(local, position, answer);
  };
  await pull({ records: living(0, count) });
  return { local, pull, here: () => local.database.customer.count() };
}

test.each([
  ["fifty of two hundred are few", 200, 50, "applied"],
  ["fifty-one of two hundred are asked about", 200, 51, "paused"],
  ["sixty of three hundred are a fifth", 300, 60, "applied"],
  ["sixty-one of three hundred are asked about", 300, 61, "paused"],
  ["all of fifty are few", 50, 50, "applied"],
])("a pull that removes many waits for a person (R9): %s", async (_what, count, going, outcome) => {
  const { pull, here, local } = await tabletWith(count);
  expect(await pull({ records: removed(0, going) })).toMatchObject({ outcome });
  const isPaused = outcome === "paused";
  expect(await here()).toBe(isPaused ? count : count - going);
  const { removalInQuestion } = await readSyncMeta(local.database);
  expect(removalInQuestion).toEqual(isPaused ? { removing: going, of: count } : null);
});

test("what is removed page by page is counted together (R9)", async () => {
  const { pull, here, local } = await tabletWith(200);
  expect(await pull({ more: true, records: removed(0, 30) })).toMatchObject({ outcome: "applied" });
  const cursor = (await readSyncMeta(local.database)).cursor;
  expect(await pull({ more: true, records: removed(30, 60) })).toMatchObject({ outcome: "paused" });
  expect(await here()).toBe(170);
  expect((await readSyncMeta(local.database)).cursor).toBe(cursor);
});

test("two pulls, each of them complete, are two removals", async () => {
  const { pull, here } = await tabletWith(200);
  await pull({ records: removed(0, 30) });
  expect(await pull({ records: removed(30, 60) })).toMatchObject({ outcome: "applied" });
  expect(await here()).toBe(140);
});

test("a yes lets the whole pull through, page by page, and only that one", async () => {
  const { pull, here, local } = await tabletWith(300);
  await pull({ more: true, records: removed(0, 70) });
  await allowRemoval(local);
  expect(await pull({ more: true, records: removed(0, 70) })).toMatchObject({ outcome: "applied" });
  expect(await pull({ records: removed(70, 140) })).toMatchObject({ outcome: "applied" });
  expect(await here()).toBe(160);
  expect(await readSyncMeta(local.database)).toMatchObject({
    removalAllowed: false,
    removalInQuestion: null,
    removed: 0,
  });
  expect(await pull({ records: removed(140, 210) })).toMatchObject({ outcome: "paused" });
});

test("the question goes away when the server has found its records again", async () => {
  const { pull, local } = await tabletWith(200);
  await pull({ records: removed(0, 100) });
  expect(await pull({ records: [] })).toMatchObject({ outcome: "applied" });
  expect((await readSyncMeta(local.database)).removalInQuestion).toBeNull();
});

test("tombstones of what is not here remove nothing", async () => {
  const { pull, here } = await tabletWith(100);
  expect(await pull({ records: removed(500, 900) })).toMatchObject({ outcome: "applied" });
  expect(await here()).toBe(100);
});

test("a server that starts over with far fewer records is asked about, and nothing is forgotten (R9)", async () => {
  const { pull, here, local } = await tabletWith(200);
  const saved = valueOf(await createCustomer(local, { name: "Unsent" }));
  const over = { epoch: 2, reset: true, from: 0, more: true, living: 100, records: living(0, 10) };
  expect(await pull(over)).toMatchObject({ outcome: "paused" });
  expect(await here()).toBe(201);
  expect((await readSyncMeta(local.database)).removalInQuestion).toEqual({
    removing: 101,
    of: 201,
  });
  await allowRemoval(local);
  expect(await pull(over)).toMatchObject({ outcome: "applied" });
  // The outbox is never touched: what only this tablet holds stands on top of it.
  expect(await local.database.customer.get(saved)).toMatchObject({ name: "Unsent" });
  expect(await here()).toBe(11);
});

test("a server that starts over with as many records goes through, whatever its first page holds", async () => {
  const { pull, here } = await tabletWith(200);
  const over = { epoch: 2, reset: true, from: 0, more: true, living: 190, records: living(0, 10) };
  expect(await pull(over)).toMatchObject({ outcome: "applied" });
  expect(await pull({ epoch: 2, records: living(10, 190) })).toMatchObject({ outcome: "applied" });
  expect(await here()).toBe(190);
});

test("what was counted before a server started over is not counted again", async () => {
  const { pull, local } = await tabletWith(200);
  await pull({ more: true, records: removed(0, 40) });
  await pull({ epoch: 2, reset: true, from: 0, more: true, living: 160, records: living(40, 200) });
  expect((await readSyncMeta(local.database)).removed).toBe(0);
});
