import { expect, test } from "vitest";
import { nextField } from "./next-field.ts";

const walk = [{ id: "length" }, { id: "width" }, { id: "height" }];

test("Next walks in order and stops at the end", () => {
  expect(nextField(walk, "length")).toEqual({ id: "width" });
  expect(nextField(walk, "height")).toBeUndefined();
  expect(nextField(walk, "gone")).toBeUndefined();
});
