import { expect, test } from "vitest";
import { fieldNames } from "../estimate/entities.ts";
import { missingFields } from "../estimate/later-fields.ts";
import {
  firstAcceptance,
  firstMutations,
  firstReopening,
  firstSurface,
} from "./testing/schema-1.ts";
import { upcastOperations } from "./upcast-operations.ts";

test("what an older tablet adds, or has seen of what it removes, is whole", () => {
  expect(firstMutations).not.toEqual([]);
  for (const { name, operations } of firstMutations)
    for (const operation of upcastOperations(name, operations)) {
      const fields =
        operation.op === "add"
          ? operation.fields
          : operation.op === "remove"
            ? operation.seen
            : null;
      if (fields)
        expect(Object.keys(fields).toSorted()).toEqual(fieldNames(operation.entity).toSorted());
    }
});

test("nothing that the tablet said is changed", () => {
  const [operation] = upcastOperations("surface.add", [
    { op: "add", entity: "surface", id: "s1", fields: firstSurface },
  ]);
  expect(operation).toEqual({
    op: "add",
    entity: "surface",
    id: "s1",
    fields: { ...firstSurface, ...missingFields("surface", {}) },
  });
});

test("an acceptance gets the day that it was priced for, and gives it up when it is reopened", () => {
  const day = { op: "set", entity: "estimate", id: "e1", field: "acceptedOn" };
  expect(upcastOperations("estimate.accept", firstAcceptance("good", 1)).at(-1)).toEqual({
    ...day,
    from: null,
    to: "2026-06-02",
  });
  expect(upcastOperations("estimate.reopen", firstReopening("good", 1)).at(-1)).toEqual({
    ...day,
    from: "2026-06-02",
    to: null,
  });
});

test("operations of today stay as they are, so that it does not matter how often it is done", () => {
  for (const { name, operations } of firstMutations) {
    const once = upcastOperations(name, operations);
    expect(upcastOperations(name, once)).toEqual(once);
  }
});
