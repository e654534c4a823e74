import { expect, test } from "vitest";
import { bedroom, ceiling, startEstimate, valueOf, walls } from "../testing/sample-records.ts";
import { createTablet } from "../testing/test-local.ts";
import { addArea } from "./add-area.ts";
import { removeSurface } from "./remove-surface.ts";
import { restoreSurfaces } from "./restore-surfaces.ts";

test("an area gets all of its surfaces back in one edit", async () => {
  const local = await createTablet().open();
  const estimateId = await startEstimate(local);
  const areaId = valueOf(await addArea(local, estimateId, bedroom, [walls, ceiling]));
  for (const { id } of await local.database.surface.toArray())
    valueOf(await removeSurface(local, id));
  valueOf(await restoreSurfaces(local, areaId));
  expect(await local.database.surface.where({ areaId }).count()).toBe(2);
  const last = await local.database.outbox.orderBy("seq").last();
  expect(last).toMatchObject({ name: "surface.restore", estimateId });
});

test("of an area that is not here nothing comes back", async () => {
  const local = await createTablet().open();
  expect(await restoreSurfaces(local, "nowhere")).toEqual({
    ok: false,
    error: { code: "missing" },
  });
});
