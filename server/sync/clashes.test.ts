import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore, type Store } from "../store/store.ts";
import {
  addArea,
  addCustomer,
  addEstimate,
  colleague,
  mutation,
  OTHER_TABLET,
  registerPeople,
  seedBook,
  setField,
} from "./testing/estimate-fixtures.ts";
import { createTestApp, type TestApp } from "./testing/test-app.ts";

/** A push full of clashes, as after a week away. */

let store: Store;
let server: TestApp;
beforeEach(async () => {
  store = await openStore({ directory: ":memory:" });
  server = createTestApp(store);
  await seedBook(store);
  await registerPeople(store);
  await server.push([mutation(1, 1, [addCustomer, addEstimate, addArea])]);
  await server.push([mutation(2, 2, [setField("area", "a1", "note", "", "dog")])]);
  await server.push([mutation(3, 3, [setField("area", "a1", "name", "Living room", "Den")])]);
});
afterEach(() => store.close());

const theirTablet = { as: colleague, tablet: OTHER_TABLET } as const;

const conflicts = async () => {
  const rows = await store.db
    .selectFrom("record")
    .select("fields")
    .where("entity", "=", "conflict")
    .orderBy("id")
    .execute();
  return rows.map(({ fields }): Record<string, unknown> => JSON.parse(fields));
};

test("within one push a chain of edits stays one conflict, each field has its own, and each names its author", async () => {
  await server.push(
    [
      mutation(4, 1, [setField("area", "a1", "note", "", "c")]),
      mutation(5, 2, [setField("area", "a1", "name", "Living room", "Study")]),
      mutation(6, 3, [setField("area", "a1", "note", "c", "ca")]),
      mutation(7, 4, [setField("area", "a1", "note", "ca", "cat")]),
    ],
    theirTablet,
  );
  expect(await conflicts()).toMatchObject([
    {
      field: "note",
      mine: '"cat"',
      theirs: '"dog"',
      values: '["c","ca","cat"]',
      theirsName: "Maria Ortiz",
    },
    {
      field: "name",
      mine: '"Study"',
      theirs: '"Den"',
      values: '["Study"]',
      theirsName: "Maria Ortiz",
    },
  ]);
});

test("the next push goes on with the conflicts of the one before", async () => {
  await server.push([mutation(4, 1, [setField("area", "a1", "note", "", "c")])], theirTablet);
  await server.push([mutation(5, 2, [setField("area", "a1", "note", "c", "cat")])], theirTablet);
  expect(await conflicts()).toMatchObject([{ mine: '"cat"', values: '["c","cat"]' }]);
});
