import { describe, expect, test } from "vitest";
import {
  bedroom,
  ceiling,
  dumpster,
  startEstimate,
  valueOf,
  viewOf,
  walls,
} from "../testing/sample-records.ts";
import { createTablet } from "../testing/test-local.ts";
import { acceptEstimate } from "./accept-estimate.ts";
import { addArea } from "./add-area.ts";
import { addItem } from "./add-item.ts";
import { removeArea } from "./remove-area.ts";
import { removeEstimate } from "./remove-estimate.ts";
import { removeItem } from "./remove-item.ts";
import { removeSurface } from "./remove-surface.ts";
import { restoreRecord } from "./restore-record.ts";
import { undo } from "./undo.ts";

async function start() {
  const local = await createTablet().open();
  const estimateId = await startEstimate(local);
  const areaId = valueOf(await addArea(local, estimateId, bedroom, [walls, ceiling]));
  const surfaces = await local.database.surface.where("areaId").equals(areaId).primaryKeys();
  return { local, database: local.database, estimateId, areaId, surfaces };
}

describe("a removed record comes back as it was", () => {
  test("an area with the surfaces that went with it, and none that went before", async () => {
    const { local, database, areaId, surfaces } = await start();
    const [first = "", second] = surfaces;
    valueOf(await removeSurface(local, first));
    const before = await viewOf(local);
    valueOf(await removeArea(local, areaId));
    valueOf(await restoreRecord(local, "area", areaId));
    expect(await viewOf(local)).toEqual(before);
    expect(await database.surface.where("areaId").equals(areaId).primaryKeys()).toEqual([second]);
    expect((await database.outbox.orderBy("seq").last())?.name).toBe("area.restore");
  });

  test("an area that somebody else removed, with every surface there is a trace of", async () => {
    const { local, database, areaId } = await start();
    const before = await viewOf(local);
    valueOf(await removeArea(local, areaId));
    await database.outbox.where("seq").above(3).delete();
    valueOf(await restoreRecord(local, "area", areaId));
    expect(await viewOf(local)).toEqual(before);
  });

  test("a surface, an item, an estimate", async () => {
    const { local, estimateId, surfaces } = await start();
    const itemId = valueOf(await addItem(local, estimateId, dumpster));
    const before = await viewOf(local);
    valueOf(await removeSurface(local, surfaces[0] ?? ""));
    valueOf(await restoreRecord(local, "surface", surfaces[0] ?? ""));
    valueOf(await removeItem(local, itemId));
    valueOf(await restoreRecord(local, "item", itemId));
    valueOf(await removeEstimate(local, estimateId));
    valueOf(await restoreRecord(local, "estimate", estimateId));
    expect(await viewOf(local)).toEqual(before);
  });

  test("and can be undone", async () => {
    const { local, database, estimateId, areaId } = await start();
    valueOf(await removeArea(local, areaId));
    valueOf(await restoreRecord(local, "area", areaId));
    expect(valueOf(await undo(local, estimateId))).toBe("area.restore");
    expect(await database.area.get(areaId)).toBeUndefined();
    expect(await database.surface.where("areaId").equals(areaId).count()).toBe(0);
  });
});

describe("nothing is restored", () => {
  test.each(["estimate", "area", "surface", "item"] as const)(
    "that was never here, or lives: %s",
    async (entity) => {
      const { local, database, estimateId, areaId, surfaces } = await start();
      const ids = { estimate: estimateId, area: areaId, surface: surfaces[0] ?? "", item: "none" };
      const waiting = await database.outbox.count();
      for (const id of [ids[entity], "nowhere"])
        expect(await restoreRecord(local, entity, id)).toMatchObject({
          error: { code: "missing" },
        });
      expect(await database.outbox.count()).toBe(waiting);
    },
  );

  test("in an estimate that was removed, or that a customer accepted", async () => {
    const { local, estimateId, areaId } = await start();
    valueOf(await removeArea(local, areaId));
    valueOf(await acceptEstimate(local, estimateId, { optionId: "good", total: 1 }));
    expect(await restoreRecord(local, "area", areaId)).toMatchObject({
      error: { code: "accepted" },
    });
    const other = await start();
    valueOf(await removeArea(other.local, other.areaId));
    valueOf(await removeEstimate(other.local, other.estimateId));
    expect(await restoreRecord(other.local, "area", other.areaId)).toMatchObject({
      error: { code: "missing" },
    });
  });
});
