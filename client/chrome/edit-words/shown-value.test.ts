import { expect, test } from "vitest";
import { en as words } from "../../words/en.ts";
import { edits } from "../../words/edits.ts";
import { shownValue } from "./shown-value.ts";

const en = { ...words, ...edits.en };

const valueWords = (field: string, value: string | number) =>
  field === "access" && value === "ladder" ? "Ladder" : undefined;

test.each([
  ["length", `"12'6\\""`, `12'6"`],
  ["doors", "2", "2"],
  ["note", `""`, "nothing"],
  ["access", `"ladder"`, "Ladder"],
  ["access", `"stilts"`, "stilts"],
  ["length", "not json", "not json"],
])("%s %s reads as %s", (field, json, shown) => {
  expect(shownValue(json, { entity: "area", field, valueWords }, en)).toBe(shown);
});

test("no value in a field is not a removal", () => {
  const coats = { entity: "surface", field: "coats", valueWords };
  expect(shownValue("null", coats, en)).toBe("nothing");
  expect(shownValue("null", { ...coats, field: "*" }, en)).toBe("removed");
  expect(shownValue("true", { ...coats, field: "painted" }, en)).toBe("yes");
});

test("a whole record reads as its named fields, without ids and places in a list", () => {
  const hall = {
    estimateId: "01a1",
    order: "a0",
    name: "Hall",
    length: "",
    coats: null,
    doors: 1,
    access: "ladder",
  };
  expect(shownValue(JSON.stringify(hall), { entity: "area", field: "*", valueWords }, en)).toBe(
    "Name: Hall, Doors: 1, Access: Ladder",
  );
});
