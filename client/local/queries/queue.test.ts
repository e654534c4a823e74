import { expect, test } from "vitest";
import { addArea } from "../actions/add-area.ts";
import { editArea } from "../actions/edit-area.ts";
import { readSyncMeta } from "../sync-meta.ts";
import { bedroom, startEstimate, valueOf, walls } from "../testing/sample-records.ts";
import { createTablet } from "../testing/test-local.ts";
import { readQueue } from "./queue.ts";

async function jobWithBedroom() {
  const local = await createTablet().open();
  const estimateId = await startEstimate(local);
  const areaId = valueOf(await addArea(local, estimateId, bedroom, [walls]));
  valueOf(await editArea(local, areaId, "width", "12"));
  return { local, estimateId };
}

test("edits that wait are counted and named, in the order they go out", async () => {
  const { local, estimateId } = await jobWithBedroom();
  const queue = await readQueue(local);
  expect(queue).toMatchObject({ here: 4, onServer: 0, backedUpRev: 0, sent: [] });
  expect(queue.waiting.map(({ name }) => name)).toEqual([
    "customer.create",
    "estimate.create",
    "area.add",
    "area.edit",
  ]);
  const [, , room] = queue.waiting;
  expect(room?.subject).toMatchObject({ areaName: "Bedroom", substrate: "" });
  expect(queue.waiting.at(-1)).toMatchObject({
    estimateId,
    state: "saved",
    subject: { customerName: "María Peña", areaName: "Bedroom" },
  });
});

test("what the server has is not in a backup before it says so", async () => {
  const { local } = await jobWithBedroom();
  const { database } = local;
  const [first, second, ...others] = await database.outbox.orderBy("seq").toArray();
  if (!first || !second) throw new Error("nothing waits");
  const known = ({ id, name, operations, at, estimateId }: typeof first, rev: number) => ({
    id,
    name,
    operations,
    at,
    estimateId,
    rev,
    position: rev,
  });
  await database.journal.bulkAdd([known(first, 5), known(second, 9)]);
  await database.outbox.bulkDelete([first.seq, second.seq]);
  expect(await readQueue(local)).toMatchObject({ here: others.length, onServer: 2 });
  await database.meta.put({ ...(await readSyncMeta(database)), backedUpRev: 5 });
  const queue = await readQueue(local);
  expect(queue).toMatchObject({ here: others.length, onServer: 1, backedUpRev: 5 });
  expect(queue.sent.map(({ id }) => id)).toEqual([second.id]);
});

test("an edit that was refused is in the tray, and counts nowhere else", async () => {
  const { local } = await jobWithBedroom();
  const last = await local.database.outbox.orderBy("seq").last();
  if (!last) throw new Error("nothing waits");
  await local.database.outbox.put({ ...last, state: "answered", refused: true });
  expect(await readQueue(local)).toMatchObject({ here: 3, onServer: 0 });
});
