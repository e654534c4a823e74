import { expect, test } from "vitest";
import { addArea } from "./actions/add-area.ts";
import { editArea } from "./actions/edit-area.ts";
import { removeArea } from "./actions/remove-area.ts";
import { resolveConflict } from "./actions/resolve-conflict.ts";
import { undo } from "./actions/undo.ts";
import { fieldsOf } from "./database.ts";
import type { Local } from "./local.ts";
import { disagreeing } from "./testing/disagreement.ts";
import { bedroom, startEstimate, valueOf, walls } from "./testing/sample-records.ts";
import { createTablet } from "./testing/test-local.ts";

/** A tablet with a room of which a screen has shown `length` as it stands, and everything sent. */
async function look(length: string) {
  const local = await createTablet().open();
  const estimateId = await startEstimate(local);
  const areaId = valueOf(await addArea(local, estimateId, { ...bedroom, length }, [walls]));
  await local.database.outbox.clear();
  await local.database.shadow.clear();
  const forget = await draw(local, areaId);
  return { local, estimateId, areaId, forget };
}

async function draw({ database, seen }: Local, areaId: string) {
  const row = await database.area.get(areaId);
  if (!row) throw new Error("no area");
  return seen.noteShown([{ entity: "area", id: areaId, fields: fieldsOf("area", row) }]);
}

/** What a pull does to a record without waiting edits. */
const receive = ({ database }: Local, areaId: string, length: string) =>
  database.area.update(areaId, { length });

const lastOperation = async ({ database }: Local) =>
  (await database.outbox.orderBy("seq").last())?.operations.at(-1);

test("a value that came after the screen was drawn is not overwritten unseen", async () => {
  const { local, areaId } = await look("12");
  await receive(local, areaId, "14");
  valueOf(await editArea(local, areaId, "length", "13"));
  expect(await lastOperation(local)).toMatchObject({ from: "12", to: "13" });
});

test("what the screen has been drawn with since is what is replaced", async () => {
  const { local, areaId } = await look("12");
  await receive(local, areaId, "14");
  await draw(local, areaId);
  valueOf(await editArea(local, areaId, "length", "13"));
  expect(await lastOperation(local)).toMatchObject({ from: "14", to: "13" });
});

test("one's own keys are seen before the screen is drawn with them", async () => {
  const { local, areaId } = await look("");
  for (const typed of ["1", "12", "12'"]) valueOf(await editArea(local, areaId, "length", typed));
  expect(await lastOperation(local)).toMatchObject({ from: "", to: "12'" });
});

test("a value that came between two keys of a draft meets the first of them", async () => {
  const { local, areaId } = await look("");
  valueOf(await editArea(local, areaId, "length", "1"));
  await local.database.outbox.clear();
  await receive(local, areaId, "14");
  valueOf(await editArea(local, areaId, "length", "12"));
  expect(await lastOperation(local)).toMatchObject({ from: "1", to: "12" });
});

test("the value that is on the screen is not an edit, whatever has come", async () => {
  const { local, areaId } = await look("12");
  await receive(local, areaId, "14");
  valueOf(await editArea(local, areaId, "length", "12"));
  expect(await local.database.outbox.count()).toBe(0);
});

test("a disagreement is settled whole, also where an old screen shows what was chosen", async () => {
  const { local, areaId, last } = await disagreeing();
  local.seen.noteShown([{ entity: "area", id: areaId, fields: { ...bedroom, name: "Study" } }]);
  valueOf(await resolveConflict(local, "k1", { keep: "mine" }));
  expect(await last()).toMatchObject([
    { field: "state" },
    { field: "resolution", to: "mine" },
    { field: "mine" },
    { field: "name", to: "Study" },
  ]);
});

test("a removal says what its author saw", async () => {
  const { local, areaId } = await look("12");
  await receive(local, areaId, "14");
  valueOf(await removeArea(local, areaId));
  expect(await lastOperation(local)).toMatchObject({ op: "remove", seen: { length: "12" } });
});

test("a screen that was left has no say in what another one does", async () => {
  const { local, areaId, forget } = await look("12");
  forget();
  await receive(local, areaId, "14");
  valueOf(await removeArea(local, areaId));
  expect(await lastOperation(local)).toMatchObject({ op: "remove", seen: { length: "14" } });
});

test("undo takes back one's own edit and meets nobody", async () => {
  const { local, estimateId, areaId } = await look("12");
  valueOf(await editArea(local, areaId, "length", "13"));
  await local.database.outbox.clear();
  valueOf(await undo(local, estimateId));
  expect(await lastOperation(local)).toMatchObject({ from: "13", to: "12" });
});
