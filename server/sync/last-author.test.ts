import { afterEach, beforeEach, expect, test } from "vitest";
import { nextRevision, putRecord } from "../store/records.ts";
import { openStore, type Store } from "../store/store.ts";
import { createAuthorship } from "./last-author.ts";
import {
  addArea,
  addCustomer,
  addEstimate,
  areaFields,
  colleague,
  customerFields,
  maria,
  mutation,
  NOW,
  OTHER_TABLET,
  registerPeople,
  seedBook,
  setField,
  stranger,
} from "./testing/estimate-fixtures.ts";
import { createTestApp, type TestApp } from "./testing/test-app.ts";

/** Who made a value what it is, so that a conflict can say so. */

let store: Store;
let server: TestApp;
beforeEach(async () => {
  store = await openStore({ directory: ":memory:" });
  server = createTestApp(store);
  await seedBook(store);
  await registerPeople(store);
  await server.push([mutation(1, 1, [addCustomer, addEstimate, addArea])]);
});
afterEach(() => store.close());

const theirTablet = { as: colleague, tablet: OTHER_TABLET } as const;
const at = new Date(NOW).toISOString();
const ofArea = (field: string, standing: unknown, companyId = maria.companyId) =>
  store.read((tx) =>
    createAuthorship(tx, companyId).of({
      entity: "area",
      id: "a1",
      field,
      standing,
      estimateId: "e1",
    }),
  );

test("is who added the record, while nobody has changed the field", async () => {
  await server.push([mutation(2, 1, [setField("area", "a1", "note", "", "dog")])], theirTablet);
  expect(await ofArea("name", "Living room")).toEqual({ name: "Maria Ortiz", at });
  expect(await ofArea("note", "dog")).toEqual({ name: "Sam Lee", at });
});

test("is not who wanted another value and met a conflict", async () => {
  await server.push([mutation(2, 2, [setField("area", "a1", "name", "Living room", "Den")])]);
  await server.push(
    [mutation(3, 1, [setField("area", "a1", "name", "Living room", "Study")])],
    theirTablet,
  );
  expect(await ofArea("name", "Den")).toEqual({ name: "Maria Ortiz", at });
});

test("of a removal is who removed it, of a living record who changed it last", async () => {
  await server.push([mutation(2, 1, [setField("area", "a1", "note", "", "dog")])], theirTablet);
  const seen = { ...areaFields, note: "dog" };
  expect(await ofArea("*", seen)).toEqual({ name: "Sam Lee", at });
  await server.push([mutation(3, 2, [{ op: "remove", entity: "area", id: "a1", seen }])]);
  expect(await ofArea("*", null)).toEqual({ name: "Maria Ortiz", at });
});

test("of a value that no edit made is whoever changed the record last, nobody's name for a job", async () => {
  await store.write(async (tx) => {
    const stamp = { rev: await nextRevision(tx), updatedBy: "salesforce", now: NOW };
    const fields = { ...customerFields, phone: "303" };
    const record = { entity: "customer" as const, id: "c1", fields, deleted: false };
    await putRecord(tx, maria.companyId, record, stamp);
  });
  const place = {
    entity: "customer" as const,
    id: "c1",
    field: "phone",
    standing: "303",
    estimateId: null,
  };
  const author = await store.read((tx) => createAuthorship(tx, maria.companyId).of(place));
  expect(author).toEqual({ name: "", at });
});

test("is looked for in one's own company only", async () => {
  expect(await ofArea("name", "Living room", stranger.companyId)).toBeNull();
});
