import { expect, test } from "vitest";
import { copyName } from "./copy-name.ts";

test.each([
  ["Bedroom", ["Bedroom"], "Bedroom 2"],
  ["Bedroom 2", ["Bedroom", "Bedroom 2"], "Bedroom 3"],
  ["Bedroom", ["Bedroom", "Bedroom 2", "Bedroom 3"], "Bedroom 4"],
  ["Suite 101", ["Suite 101"], "Suite 102"],
  ["", [], "2"],
])("a copy of %j beside %j is called %j", (name, taken, copy) => {
  expect(copyName(name, taken)).toBe(copy);
});

test("a copy's name is never longer than a name may be", () => {
  expect(copyName("x".repeat(120), [])).toHaveLength(120);
});
