import { expect, test } from "vitest";
import { addArea } from "./actions/add-area.ts";
import { editEstimate } from "./actions/edit-estimate.ts";
import { undo } from "./actions/undo.ts";
import { bedroom, startEstimate, viewOf, walls } from "./testing/sample-records.ts";
import { createTablet } from "./testing/test-local.ts";

test("whoever may only look is told so, and nothing is written, sent or undone", async () => {
  const local = await createTablet().open();
  const estimateId = await startEstimate(local);
  const before = [await viewOf(local), await local.database.outbox.count()];
  const looking = { ...local, readOnly: true };
  const refused = { ok: false, error: { code: "read_only" } };
  expect(await addArea(looking, estimateId, bedroom, [walls])).toEqual(refused);
  expect(await editEstimate(looking, estimateId, "notesForCrew", "Mind the dog")).toEqual(refused);
  expect((await undo(looking, estimateId)).ok).toBe(false);
  expect([await viewOf(local), await local.database.outbox.count()]).toEqual(before);
});
