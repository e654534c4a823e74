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
import { MAX_OPERATIONS } from "../../shared/sync/mutation.ts";
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

test("a push that meets too many other edits ends early, and the next one takes the rest", async () => {
  const chain = (from: number) =>
    Array.from({ length: MAX_OPERATIONS }, (_, index) =>
      setField("area", "a1", "note", `${from + index}`, `${from + index + 1}`),
    );
  const mutations = [0, 1, 2].map((part) => mutation(4 + part, 1 + part, chain(part * 500)));
  const first = await server.push(mutations, theirTablet);
  expect(first).toMatchObject({ lastSeq: 2, results: [{ id: mutations[0]?.id }, {}] });
  const rest = await server.push(mutations.slice(2), theirTablet);
  expect(rest).toMatchObject({ lastSeq: 3, results: [{ outcome: "conflict" }] });
  const [conflict] = await conflicts();
  expect(JSON.parse(String(conflict?.["mine"]))).toBe("1500");
});
