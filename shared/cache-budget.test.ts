import { expect, test } from "vitest";
import { AREAS, areaNames, CAP_BYTES, SHELL_MAX_BYTES } from "./cache-budget.ts";

test("two builds and everything beside them are a million bytes below the cap", () => {
  const beside = areaNames.reduce((sum, area) => sum + AREAS[area].maxBytes, 0);
  expect(2 * SHELL_MAX_BYTES + beside).toBe(CAP_BYTES - 1_000_000);
});

test("no file is larger than its place", () => {
  for (const { maxBytes, maxFileBytes } of Object.values(AREAS))
    expect(maxFileBytes).toBeLessThan(maxBytes);
});
