import { expect, test } from "vitest";
import { entities, fieldNames, isEntityName } from "../../../shared/estimate/entities.ts";
import { textOf, typedValue, valueKind } from "./value-kind.ts";

test("a field is typed as where it is at home", () => {
  expect(valueKind("area", "width")).toBe("length");
  expect(valueKind("area", "doors")).toBe("count");
  expect(valueKind("item", "unitCost")).toBe("money");
  expect(valueKind("surface", "colour")).toBe("colour");
});

test("what is not typed in one field has no input", () => {
  expect(valueKind("area", "order")).toBeNull();
  expect(valueKind("surface", "prepTasks")).toBeNull();
  expect(valueKind("bookChange", "value")).toBeNull();
});

test("every field with an input takes what is in it", () => {
  const typed = Object.keys(entities)
    .filter(isEntityName)
    .flatMap((entity) =>
      fieldNames(entity)
        .filter((field) => valueKind(entity, field) !== null)
        .map(String),
    );
  expect(typed).toContain("materialCost");
  expect(typed.length).toBeGreaterThan(40);
});

const width = { entity: "area", field: "width" } as const;
const cost = { entity: "item", field: "unitCost" } as const;
const coats = { entity: "surface", field: "coats" } as const;

test("a measure stays as it was typed", () => {
  expect(textOf("length", `12'6"`)).toBe(`12'6"`);
  expect(typedValue("length", ` 12'6" `, width, "")).toBe(`12'6"`);
  expect(typedValue("length", "", width, "12")).toBe("");
});

test("dollars are cents, and a credit stays a credit", () => {
  expect(textOf("money", 12_550)).toBe("125.5");
  expect(typedValue("money", "125.50", cost, 10)).toBe(12_550);
  expect(typedValue("money", "125.50", cost, -10)).toBe(-12_550);
  expect(typedValue("money", "much", cost, 0)).toBeUndefined();
});

test("nothing is a value where the field can do without one", () => {
  expect(typedValue("coats", "", coats, 2)).toBeNull();
  expect(typedValue("coats", "9", coats, 2)).toBeUndefined();
  expect(typedValue("decimal", "", { entity: "surface", field: "quantity" }, "3")).toBeNull();
  expect(typedValue("flag", "", { entity: "surface", field: "painted" }, true)).toBeUndefined();
  expect(typedValue("flag", "yes", { entity: "surface", field: "painted" }, false)).toBe(true);
});
