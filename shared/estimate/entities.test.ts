import { expect, test } from "vitest";
import {
  acceptanceFields,
  entities,
  fieldNames,
  fieldProblem,
  isEntityName,
  references,
  serverFields,
} from "./entities.ts";

test("tables about fields name fields that exist", () => {
  for (const table of [serverFields, references])
    for (const [entity, fields] of Object.entries(table)) {
      if (!isEntityName(entity)) throw new Error(`${entity} is not an entity`);
      for (const field of Object.keys(fields)) expect(fieldNames(entity)).toContain(field);
    }
  for (const field of acceptanceFields) expect(fieldNames("estimate")).toContain(field);
});

test("server-only fields are born with a value their schema allows", () => {
  for (const [entity, fields] of Object.entries(serverFields))
    for (const [field, value] of Object.entries(fields))
      expect(isEntityName(entity) && fieldProblem(entity, field, value)).toBeNull();
});

test("a field problem names the entity and the field", () => {
  expect(fieldProblem("area", "doors", 2)).toBeNull();
  expect(fieldProblem("area", "doors", -1)).toContain("area.doors");
  expect(fieldProblem("area", "doors", 1.5)).toContain("area.doors");
  expect(fieldProblem("area", "length", "x".repeat(41))).toContain("area.length");
  expect(fieldProblem("area", "colour", "red")).toBe("area has no field colour");
  expect(fieldProblem("area", "toString", "x")).toBe("area has no field toString");
});

test("a list of keys that is megabytes long is refused like any that is too long", () => {
  for (const length of [1000, 4_000_000]) {
    const list = "a ".repeat(length);
    expect(fieldProblem("estimate", "discounts", list)).toContain("estimate.discounts");
    expect(fieldProblem("surface", "prepTasks", list)).toContain("surface.prepTasks");
  }
});

test("an instant is one that a calendar and a clock can show", () => {
  const problem = (text: string) => fieldProblem("estimate", "createdAt", text);
  expect(problem("2028-02-29T23:59:59.999Z")).toBeNull();
  for (const text of ["2026-02-29T09:00:00Z", "9999-99-99T99:99:99Z", "2026-06-01T24:00:00Z"])
    expect(problem(text)).toContain("estimate.createdAt");
});

test("names of the language's own objects are not entities", () => {
  expect(isEntityName("constructor")).toBe(false);
  expect(Object.keys(entities).every(isEntityName)).toBe(true);
});
