import { expect, test } from "vitest";
import { addArea } from "../actions/add-area.ts";
import { removeArea } from "../actions/remove-area.ts";
import { removeEstimate } from "../actions/remove-estimate.ts";
import {
  bedroom,
  PRICE_BOOK_ID,
  startEstimate,
  valueOf,
  walls,
} from "../testing/sample-records.ts";
import { createTablet } from "../testing/test-local.ts";
import { readSubject } from "./subject.ts";

async function jobWithBedroom() {
  const local = await createTablet().open();
  const estimateId = await startEstimate(local);
  const areaId = valueOf(await addArea(local, estimateId, bedroom, [walls]));
  const surfaceId = (await local.database.surface.toArray())[0]?.id ?? "";
  const customerId = (await local.database.customer.toArray())[0]?.id ?? "";
  return { local, estimateId, areaId, surfaceId, customerId };
}

test("a surface is found in its area, at its customer's", async () => {
  const { local, estimateId, areaId, surfaceId } = await jobWithBedroom();
  expect(await readSubject(local, { entity: "surface", id: surfaceId }, estimateId)).toEqual({
    estimateId,
    areaId,
    customerName: "María Peña",
    areaName: "Bedroom",
    substrate: "walls",
    itemLabel: "",
    itemKind: "",
    addOn: "",
    street: "",
    city: "Reno",
    priceBookId: PRICE_BOOK_ID,
  });
});

test("a customer leads to their newest estimate", async () => {
  const { local, estimateId, customerId } = await jobWithBedroom();
  const found = await readSubject(local, { entity: "customer", id: customerId }, null);
  expect(found).toMatchObject({ estimateId, areaId: null, customerName: "María Peña" });
});

test("what was removed keeps its name and cannot be opened", async () => {
  const { local, estimateId, areaId } = await jobWithBedroom();
  valueOf(await removeArea(local, areaId));
  const area = { entity: "area", id: areaId } as const;
  expect(await readSubject(local, area, estimateId)).toMatchObject({
    estimateId,
    areaId: null,
    areaName: "Bedroom",
  });
  valueOf(await removeEstimate(local, estimateId));
  expect(await readSubject(local, area, estimateId)).toMatchObject({
    estimateId: null,
    customerName: "María Peña",
  });
});

test("a record that never came here has no names", async () => {
  const { local } = await jobWithBedroom();
  expect(await readSubject(local, { entity: "area", id: "nowhere" }, "nowhere")).toEqual({
    estimateId: null,
    areaId: null,
    customerName: "",
    areaName: "",
    substrate: "",
    itemLabel: "",
    itemKind: "",
    addOn: "",
    street: "",
    city: "",
    priceBookId: null,
  });
});
