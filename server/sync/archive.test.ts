import { afterEach, beforeEach, expect, test } from "vitest";
import * as z from "zod/mini";
import {
  type ArchiveResponse,
  archiveResponseSchema,
  type HistoryResponse,
  historyResponseSchema,
} from "../../shared/sync/archive.ts";
import { advanceHorizon, DORMANT_AFTER_MS } from "../store/dormancy.ts";
import { openStore, type Store } from "../store/store.ts";
import {
  addArea,
  addCustomer,
  addEstimate,
  colleague,
  estimateFields,
  maria,
  mutation,
  NOW,
  OTHER_TABLET,
  seedBook,
  setField,
  stranger,
} from "./testing/estimate-fixtures.ts";
import { createTestApp, type TestApp } from "./testing/test-app.ts";

/** What a tablet asks the server for and does not keep. */

let store: Store;
let server: TestApp;
beforeEach(async () => {
  store = await openStore({ directory: ":memory:" });
  server = createTestApp(store);
  await seedBook(store);
  await server.push([mutation(1, 1, [addCustomer, addEstimate, addArea])]);
});
afterEach(() => store.close());

const search = async (body: object, as = maria): Promise<ArchiveResponse> => {
  const request = { text: "", customerId: null, before: null, ...body };
  const response = await server.post("/api/sync/archive", request, as);
  return z.parse(archiveResponseSchema, await response.json());
};
const history = async (query = "", as = maria): Promise<HistoryResponse> => {
  const headers = { "x-test-user": as.userId };
  const response = await server.app.request(`/api/sync/history/e1${query}`, { headers });
  return z.parse(historyResponseSchema, await response.json());
};

test("an estimate is in the archive once it lies dormant, and leaves it when somebody touches it", async () => {
  expect((await search({})).estimates).toEqual([]);
  await advanceHorizon(store, NOW + DORMANT_AFTER_MS + 1);
  expect((await search({})).estimates).toMatchObject([{ id: "e1", customerName: "Jo Field" }]);
  await server.push([mutation(2, 2, [setField("area", "a1", "doors", 1, 2)])]);
  expect((await search({})).estimates).toEqual([]);
});

test("is found by every word of customer, title and place, without accents, and by customer", async () => {
  await advanceHorizon(store, NOW + DORMANT_AFTER_MS + 1);
  for (const text of ["jo field", "élm", "DAYTON living", ""])
    expect((await search({ text })).estimates).toHaveLength(1);
  expect((await search({ text: "jo nobody" })).estimates).toEqual([]);
  expect((await search({ customerId: "c1" })).estimates).toHaveLength(1);
  expect((await search({ customerId: "c2" })).estimates).toEqual([]);
});

test("pages go on where they stopped, also through estimates of one moment", async () => {
  const more = Array.from({ length: 120 }, (_, index) =>
    mutation(100 + index, 2 + index, [
      { op: "add", entity: "estimate", id: `more-${index}`, fields: estimateFields },
    ]),
  );
  await server.push(more);
  await advanceHorizon(store, NOW + DORMANT_AFTER_MS + 1);
  const seen = new Set<string>();
  let before: number | null = null;
  do {
    const page: ArchiveResponse = await search({ before });
    for (const { id } of page.estimates) seen.add(id);
    ({ before } = page);
  } while (before !== null);
  expect(seen.size).toBe(121);
});

test("history says who changed what, newest first, and leaves out what changed nothing", async () => {
  await server.push([mutation(2, 1, [setField("area", "a1", "doors", 1, 2)], "area.edit")], {
    as: colleague,
    tablet: OTHER_TABLET,
  });
  await server.push([mutation(3, 2, [setField("area", "a1", "doors", 2, 2)], "area.edit")]);
  const { entries, before } = await history();
  expect(before).toBeNull();
  expect(entries.map(({ name, outcome }) => [name, outcome])).toEqual([
    ["area.edit", "applied"],
    ["edit.redo", "applied"],
  ]);
  expect(entries[0]?.operations).toMatchObject([{ field: "doors", from: 1, to: 2 }]);
});

test("another company's estimate has no history here and is in no archive of ours", async () => {
  await advanceHorizon(store, NOW + DORMANT_AFTER_MS + 1);
  expect((await history("", stranger)).entries).toEqual([]);
  expect((await search({}, stranger)).estimates).toEqual([]);
});

test.each(["?before=x", "?before=-1", "?before=1e3"])("%s is refused", async (query) => {
  const headers = { "x-test-user": maria.userId };
  const response = await server.app.request(`/api/sync/history/e1${query}`, { headers });
  expect(response.status).toBe(400);
});
