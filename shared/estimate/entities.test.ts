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

test("names of the language's own objects are not entities", () => {
  expect(isEntityName("constructor")).toBe(false);
  expect(Object.keys(entities).every(isEntityName)).toBe(true);
});
