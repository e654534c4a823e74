import { expect, test } from "vitest";
import { addArea } from "../actions/add-area.ts";
import { bedroom, startEstimate, valueOf, walls } from "../testing/sample-records.ts";
import { createTablet } from "../testing/test-local.ts";
import { readOwnEdits } from "./own-edits.ts";

test("what waits comes before what the server has, newest first; what was refused is in the tray", async () => {
  const local = await createTablet().open();
  const { database } = local;
  const estimateId = await startEstimate(local);
  valueOf(await addArea(local, estimateId, bedroom, [walls]));
  valueOf(await addArea(local, estimateId, { ...bedroom, name: "Hall" }, []));
  const [born, first, second] = await database.outbox.where({ estimateId }).sortBy("seq");
  if (!born || !first || !second) throw new Error("three edits were made");
  const { id, name, operations, at } = born;
  await database.journal.add({ id, name, operations, at, estimateId, rev: 1, position: 1 });
  await database.outbox.delete(born.seq);
  await database.outbox.put({ ...first, state: "answered", refused: true });
  expect(await readOwnEdits(local, estimateId)).toMatchObject([
    { id: second.id, state: "saved" },
    { id: born.id, state: "answered" },
  ]);
  expect(await readOwnEdits(local, "another")).toEqual([]);
});
