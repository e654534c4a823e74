import { expect, test } from "vitest";
import { shownValue } from "./shown-value.ts";

test.each([
  [`"12'6\\""`, `12'6"`],
  ["2", "2"],
  ["null", "(removed)"],
  [`{"name":"Hall","note":"","coats":null,"doors":1}`, "Hall, 1"],
  ["not json", "not json"],
])("%s reads as %s", (json, shown) => {
  expect(shownValue(json, "(removed)")).toBe(shown);
});
