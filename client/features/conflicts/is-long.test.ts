import { expect, test } from "vitest";
import { isLong } from "./is-long.ts";

test("one long text makes both small, so that the short one does not shout", () => {
  expect(isLong(["Two coats.", "Ceiling has a water stain over the window."])).toBe(true);
  expect(isLong(["11'", "12'6"])).toBe(false);
});
