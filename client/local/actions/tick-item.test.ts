import { expect, test } from "vitest";
import type { Local } from "../local.ts";
import { dumpster, startEstimate, valueOf } from "../testing/sample-records.ts";
import { createTablet } from "../testing/test-local.ts";
import { addItem } from "./add-item.ts";
import { tickItem } from "./tick-item.ts";
import { undo } from "./undo.ts";

const offered = { ...dumpster, optional: true, ticked: false };

async function tickedOf({ database }: Local, estimateId: string): Promise<readonly string[]> {
  const items = await database.item.where({ estimateId }).sortBy("order");
  return items.filter(({ ticked }) => ticked).map(({ label }) => label);
}

test("taking one of a group of alternates gives up the other, in one step of undo", async () => {
  const local = await createTablet().open();
  const estimateId = await startEstimate(local);
  const add = async (label: string, group: string) =>
    valueOf(await addItem(local, estimateId, { ...offered, label, group }));
  const satin = await add("Satin doors", "doors");
  const gloss = await add("Gloss doors", " doors ");
  const lift = await add("Lift", "");

  valueOf(await tickItem(local, satin, true));
  valueOf(await tickItem(local, lift, true));
  valueOf(await tickItem(local, gloss, true));
  expect(await tickedOf(local, estimateId)).toEqual(["Gloss doors", "Lift"]);

  valueOf(await undo(local, estimateId));
  expect(await tickedOf(local, estimateId)).toEqual(["Satin doors", "Lift"]);
});

test("lines without a group do not know of each other, and the same tick again is no edit", async () => {
  const local = await createTablet().open();
  const estimateId = await startEstimate(local);
  const one = valueOf(await addItem(local, estimateId, { ...offered, label: "One" }));
  const other = valueOf(await addItem(local, estimateId, { ...offered, label: "Other" }));
  valueOf(await tickItem(local, one, true));
  valueOf(await tickItem(local, other, true));
  const before = await local.database.outbox.count();
  valueOf(await tickItem(local, other, true));
  expect(await local.database.outbox.count()).toBe(before);
  expect(await tickedOf(local, estimateId)).toEqual(["One", "Other"]);
  valueOf(await tickItem(local, one, false));
  expect(await tickedOf(local, estimateId)).toEqual(["Other"]);
});

test("a line that was removed meanwhile is missing", async () => {
  const local = await createTablet().open();
  await startEstimate(local);
  expect(await tickItem(local, "gone", true)).toMatchObject({ error: { code: "missing" } });
});
