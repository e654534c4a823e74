import { expect, test } from "vitest";
import { en } from "../../words/en.ts";
import { echoOf } from "./echo-of.ts";

const width = { entity: "area", field: "width" };

test("a measure is said in feet and inches, as under its field", () => {
  expect(echoOf('"13"', width, en)).toBe("13 ft");
  expect(echoOf(`"12'6"`, width, en)).toBe("12 ft 6 in = 12.5 ft");
});

test("what is no measure has none", () => {
  expect(echoOf('""', width, en)).toBeNull();
  expect(echoOf("2", { entity: "area", field: "doors" }, en)).toBeNull();
  expect(echoOf("null", width, en)).toBeNull();
});
