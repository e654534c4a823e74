import { expect, test } from "vitest";
import { addArea } from "../actions/add-area.ts";
import { removeArea } from "../actions/remove-area.ts";
import { removeEstimate } from "../actions/remove-estimate.ts";
import { removeSurface } from "../actions/remove-surface.ts";
import { restoreRecord } from "../actions/restore-record.ts";
import { bedroom, ceiling, startEstimate, valueOf, walls } from "../testing/sample-records.ts";
import { createTablet } from "../testing/test-local.ts";
import { listRemoved, listRemovedEstimates, readParts } from "./removed.ts";

async function jobWithBedroom() {
  const local = await createTablet().open();
  const estimateId = await startEstimate(local);
  const areaId = valueOf(await addArea(local, estimateId, bedroom, [walls, ceiling]));
  return { local, estimateId, areaId };
}

test("a room is one thing to bring back, whatever was in it", async () => {
  const { local, estimateId, areaId } = await jobWithBedroom();
  valueOf(await removeArea(local, areaId));
  expect(await listRemoved(local, estimateId)).toMatchObject([{ entity: "area", id: areaId }]);
  valueOf(await restoreRecord(local, "area", areaId));
  expect(await listRemoved(local, estimateId)).toEqual([]);
});

test("a surface of a room that stands comes back by itself", async () => {
  const { local, estimateId } = await jobWithBedroom();
  const [surface] = await local.database.surface.toArray();
  valueOf(await removeSurface(local, surface?.id ?? ""));
  expect(await listRemoved(local, estimateId)).toMatchObject([
    { entity: "surface", id: surface?.id },
  ]);
  expect(await listRemoved(local, "another")).toEqual([]);
});

test("a removed estimate is named by its customer", async () => {
  const { local, estimateId } = await jobWithBedroom();
  expect(await listRemovedEstimates(local)).toEqual([]);
  valueOf(await removeEstimate(local, estimateId));
  expect(await listRemovedEstimates(local)).toMatchObject([
    { id: estimateId, customerName: "María Peña" },
  ]);
});

test("every part is known by its fields, removed ones too", async () => {
  const { local, estimateId, areaId } = await jobWithBedroom();
  valueOf(await removeArea(local, areaId));
  valueOf(await addArea(local, estimateId, { ...bedroom, name: "Hall" }, []));
  const parts = [...(await readParts(local, estimateId)).values()];
  const names = parts.map(({ fields }) => fields["name"] ?? fields["substrate"]);
  expect(new Set(names)).toEqual(new Set(["Bedroom", "Hall", "ceiling", "walls"]));
});
