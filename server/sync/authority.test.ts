import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isSampleId, sampleId } from "../../shared/identifiers.ts";
import type { Mutation } from "../../shared/sync/mutation.ts";
import type { Operation } from "../../shared/sync/operations.ts";
import { openStore, type Store } from "../store/store.ts";
import {
  addArea,
  addCustomer,
  addEstimate,
  areaFields,
  customerFields,
  estimateFields,
  mutation,
  itemFields,
  seedBook,
  setField,
  surfaceFields,
} from "./testing/estimate-fixtures.ts";
import { createTestApp, type TestApp } from "./testing/test-app.ts";

let store: Store;
let server: TestApp;

beforeEach(async () => {
  store = await openStore({ directory: ":memory:" });
  server = createTestApp(store);
  await seedBook(store);
  const secondEstimate = { ...addEstimate, id: "e2" };
  await server.push([
    mutation(1, 1, [addCustomer]),
    mutation(2, 2, [addEstimate, secondEstimate, addArea]),
  ]);
});
afterEach(() => store.close());

async function attempt(operation: Operation, name?: Mutation["name"]): Promise<string | null> {
  const { results } = await server.push([mutation(3, 3, [operation], name)]);
  return results[0]?.reason ?? null;
}

const add = (entity: Operation["entity"], fields: Record<string, unknown>): Operation => ({
  op: "add",
  entity,
  id: "new",
  fields: JSON.parse(JSON.stringify(fields)),
});

describe("what the server alone writes", () => {
  test.each<[string, Operation]>([
    ["a contact", add("contact", { name: "x" })],
    ["a price book", setField("priceBook", "book", "document", "{}", "{ }")],
    ["a conflict", { op: "remove", entity: "conflict", id: "x", seen: {} }],
    ["an account id", setField("customer", "c1", "salesforceAccountId", null, "001")],
    ["an account id at birth", add("customer", { ...customerFields, salesforceAccountId: "001" })],
    ["the state in Salesforce", setField("estimate", "e1", "crmState", "none", "sent")],
    ["that state at birth", add("estimate", { ...estimateFields, crmState: "sent" })],
  ])("%s", async (_what, operation) => {
    expect(await attempt(operation)).toBe("server_field");
  });
});

describe("values that are not allowed", () => {
  const { note: _note, ...withoutNote } = areaFields;
  test.each<[string, Operation]>([
    ["a field nobody knows", setField("area", "a1", "colour", "", "red")],
    ["a field from the prototype", setField("area", "a1", "constructor", "", "red")],
    ["a wrong type", setField("area", "a1", "doors", 1, "two")],
    ["too long a text", setField("area", "a1", "name", "Living room", "x".repeat(121))],
    ["a missing field at birth", add("area", withoutNote)],
    ["an extra field at birth", add("area", { ...areaFields, colour: "red" })],
    ["a wrong value at birth", add("area", { ...areaFields, kind: "roof" })],
    [
      "a day that no calendar has",
      setField("estimate", "e1", "createdAt", "", "2026-02-30T09:00:00Z"),
    ],
    [
      "an hour that no day has",
      setField("estimate", "e1", "createdAt", "", "9999-99-99T99:99:99Z"),
    ],
    ["more seen than a field can hold", setField("area", "a1", "name", "x".repeat(4001), "Den")],
    [
      "a field seen that nobody knows",
      { op: "remove", entity: "area", id: "a1", seen: { ...areaFields, colour: "red" } },
    ],
    [
      "a record seen that is longer than one can be",
      { op: "remove", entity: "area", id: "a1", seen: { ...areaFields, note: "x".repeat(4001) } },
    ],
    ["another estimate for a room", setField("area", "a1", "estimateId", "e1", "e2")],
    [
      "a surface in another estimate's room",
      add("surface", { ...surfaceFields, estimateId: "e2" }),
    ],
    [
      "an item for another estimate's room",
      add("item", { ...itemFields, areaId: "a1", estimateId: "e2" }),
    ],
  ])("%s", async (_what, operation) => {
    expect(await attempt(operation)).toBe("invalid_field");
  });
});

describe("what must exist", () => {
  test.each<[string, Operation]>([
    ["the record itself", setField("area", "nowhere", "name", "", "Den")],
    ["a room's estimate", add("area", { ...areaFields, estimateId: "nowhere" })],
    ["a surface's room", add("surface", { ...surfaceFields, areaId: "nowhere" })],
    ["the room an item is for", add("item", { ...itemFields, areaId: "nowhere" })],
    ["an estimate's customer", setField("estimate", "e1", "customerId", "c1", "nowhere")],
    ["a record of the right kind", setField("estimate", "e1", "customerId", "c1", "a1")],
    ["an estimate's opportunity", setField("estimate", "e1", "opportunityId", null, "nowhere")],
  ])("%s", async (_what, operation) => {
    expect(await attempt(operation)).toBe("missing_record");
  });
});

describe("what a customer agreed to", () => {
  test.each<[string, Operation, Mutation["name"] | undefined]>([
    ["by an ordinary edit", setField("estimate", "e1", "acceptedTotal", null, 1), undefined],
    ["at birth", add("estimate", { ...estimateFields, acceptedTotal: 1 }), undefined],
    ["beside an acceptance", setField("estimate", "e1", "title", "", "x"), "estimate.accept"],
    ["an addition beside it", add("customer", customerFields), "estimate.accept"],
    [
      "a removal beside it",
      { op: "remove", entity: "estimate", id: "e1", seen: {} },
      "estimate.reopen",
    ],
  ])("is not changed %s", async (_what, operation, name) => {
    expect(await attempt(operation, name)).toBe("acceptance_only");
  });
});

test("an id that something else has", async () => {
  const other = { ...customerFields, name: "Somebody else" };
  expect(await attempt({ op: "add", entity: "customer", id: "c1", fields: other })).toBe(
    "id_taken",
  );
});

test("a removal does not have to have seen what the server wrote", async () => {
  const seen = { ...estimateFields, crmState: "waiting" };
  expect(await attempt({ op: "remove", entity: "estimate", id: "e1", seen })).toBeNull();
  const { records } = await server.pull();
  expect(records.find(({ id }) => id === "e1")?.deleted).toBe(true);
});

describe("a sample, which stays on its tablet", () => {
  const id = sampleId("0198a000-0000-7000-8000-000000000001");
  test.each<[string, Operation]>([
    ["an estimate", { op: "add", entity: "estimate", id, fields: estimateFields }],
    ["a customer", { op: "add", entity: "customer", id, fields: customerFields }],
    ["an edit", setField("estimate", id, "title", "", "x")],
  ])("%s", async (_what, operation) => {
    expect(await attempt(operation)).toBe("forbidden");
    const { records } = await server.pull();
    expect(records.filter((record) => isSampleId(record.id))).toEqual([]);
  });
});
