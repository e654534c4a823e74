import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Local } from "../local.ts";
import { applyPull, pullPosition } from "../replica/apply-pull.ts";
import { readHistory } from "../queries/history.ts";
import {
  bedroom,
  ceiling,
  dumpster,
  serverRecord,
  startEstimate,
  valueOf,
  viewOf,
  walls,
} from "../testing/sample-records.ts";
import { pullAnswer } from "../testing/pull-answer.ts";
import { createTablet } from "../testing/test-local.ts";
import { acceptEstimate } from "./accept-estimate.ts";
import { addArea } from "./add-area.ts";
import { addItem } from "./add-item.ts";
import { addSurface } from "./add-surface.ts";
import { cloneArea } from "./clone-area.ts";
import { editArea } from "./edit-area.ts";
import { editEstimate } from "./edit-estimate.ts";
import { moveArea } from "./move-area.ts";
import { removeArea } from "./remove-area.ts";
import { removeEstimate } from "./remove-estimate.ts";
import { setSurface } from "./set-surface.ts";
import { redo, undo } from "./undo.ts";

type Edit = (local: Local, estimateId: string, areaIds: readonly string[]) => Promise<unknown>;

const pick = (ids: readonly string[], index: number): string => ids[index % ids.length] ?? "none";

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.constant<Edit>((local, estimateId) => addArea(local, estimateId, bedroom, [walls, ceiling])),
  fc.nat(9).map<Edit>((index) => (local, _, ids) => cloneArea(local, pick(ids, index))),
  fc.nat(9).map<Edit>((index) => (local, _, ids) => removeArea(local, pick(ids, index))),
  fc.nat(9).map<Edit>((index) => (local, _, ids) => moveArea(local, pick(ids, index), null)),
  fc.nat(9).map<Edit>((index) => (local, _, ids) => addSurface(local, pick(ids, index), walls)),
  fc.tuple(fc.nat(9), fc.nat(9)).map<Edit>(
    ([index, doors]) =>
      (local, _, ids) =>
        editArea(local, pick(ids, index), "doors", doors),
  ),
  fc.tuple(fc.nat(9), fc.string({ maxLength: 5 })).map<Edit>(
    ([index, note]) =>
      (local, _, ids) =>
        editArea(local, pick(ids, index), "note", note, "one focus"),
  ),
  fc
    .string({ maxLength: 9 })
    .map<Edit>((title) => (local, id) => editEstimate(local, id, "title", title)),
  fc.constant<Edit>((local, id) => addItem(local, id, dumpster)),
);

async function perform(local: Local, estimateId: string, edits: readonly Edit[]) {
  for (const edit of edits) {
    const areas = await local.database.area.where({ estimateId }).primaryKeys();
    await edit(local, estimateId, areas);
  }
}

async function repeat(step: typeof undo, local: Local, estimateId: string): Promise<number> {
  for (let steps = 0; ; steps += 1)
    if (valueOf(await step(local, estimateId)) === null) return steps;
}

describe("undo and redo", () => {
  test("undoing everything restores every row, redoing everything brings every row back, across restarts", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEdit, { maxLength: 12 }), async (edits) => {
        const tablet = createTablet();
        const local = await tablet.open();
        const estimateId = await startEstimate(local);
        const before = await viewOf(local);
        await perform(local, estimateId, edits);
        const after = await viewOf(local);
        local.database.close();
        const second = await tablet.open();
        const undone = await repeat(undo, second, estimateId);
        expect(await viewOf(second)).toEqual(before);
        second.database.close();
        const third = await tablet.open();
        expect(await repeat(redo, third, estimateId)).toBe(undone);
        expect(await viewOf(third)).toEqual(after);
        third.database.close();
      }),
      { numRuns: 40 },
    );
  });

  const start = async () => {
    const local = await createTablet().open();
    const estimateId = await startEstimate(local);
    const areaId = valueOf(await addArea(local, estimateId, bedroom, [walls]));
    return { local, estimateId, areaId };
  };

  test("the keys of one focus are one step; another focus is another", async () => {
    const { local, estimateId, areaId } = await start();
    for (const width of ["1", "13", "13'", "13'6"])
      valueOf(await editArea(local, areaId, "width", width, "width, first"));
    valueOf(await editArea(local, areaId, "width", "9", "width, second"));
    expect(valueOf(await undo(local, estimateId))).toBe("area.edit");
    expect((await local.database.area.get(areaId))?.width).toBe("13'6");
    valueOf(await undo(local, estimateId));
    expect((await local.database.area.get(areaId))?.width).toBe("11");
  });

  test("a new edit forgets what could be redone", async () => {
    const { local, estimateId, areaId } = await start();
    valueOf(await editArea(local, areaId, "doors", 4));
    valueOf(await undo(local, estimateId));
    expect(await readHistory(local, estimateId)).toEqual({
      canUndo: true,
      canRedo: true,
      undoes: "area.add",
      redoes: "area.edit",
    });
    valueOf(await editArea(local, areaId, "windows", 4));
    expect(await readHistory(local, estimateId)).toMatchObject({ canRedo: false, redoes: null });
  });

  test("is an edit that the server gets, from the value that stands now", async () => {
    const { local, estimateId, areaId } = await start();
    const surface = await local.database.surface.where({ areaId }).first();
    valueOf(await setSurface(local, surface?.id ?? "", "coats", 2));
    valueOf(await undo(local, estimateId));
    expect(await local.database.outbox.orderBy("seq").last()).toMatchObject({
      name: "edit.undo",
      operations: [{ op: "set", field: "coats", from: 2, to: null }],
    });
  });

  test("passes over a step that another tablet has overtaken", async () => {
    const { local, estimateId, areaId } = await start();
    valueOf(await editArea(local, areaId, "windows", 7));
    valueOf(await editArea(local, areaId, "doors", 4));
    const area = await local.database.area.get(areaId);
    await local.database.outbox.clear();
    await local.database.shadow.clear();
    const { id, ...fields } = { ...area, id: areaId };
    await applyPull(
      local,
      await pullPosition(local),
      pullAnswer({
        cursor: 9,
        records: [
          serverRecord("area", id, {
            ...bedroom,
            estimateId,
            order: fields.order ?? "V",
            windows: 7,
            doors: 6,
          }),
        ],
      }),
    );
    expect(valueOf(await undo(local, estimateId))).toBe("area.edit");
    expect(await local.database.area.get(areaId)).toMatchObject({ doors: 6, windows: 2 });
  });

  test("brings a removed estimate back, and never takes back an acceptance", async () => {
    const { local, estimateId } = await start();
    valueOf(await removeEstimate(local, estimateId));
    expect(await local.database.estimate.get(estimateId)).toBeUndefined();
    expect(valueOf(await undo(local, estimateId))).toBe("estimate.remove");
    valueOf(await acceptEstimate(local, estimateId, { optionId: "good", total: 100 }));
    expect(await readHistory(local, estimateId)).toMatchObject({ canUndo: false, canRedo: false });
    expect(await undo(local, estimateId)).toMatchObject({ error: { code: "accepted" } });
    expect((await local.database.estimate.get(estimateId))?.status).toBe("accepted");
  });
});
