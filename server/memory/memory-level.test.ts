import { expect, test } from "vitest";
import { isAtLeast, nextLevel } from "./memory-level.ts";

test.each([
  [0.5, "normal"],
  [0.699, "normal"],
  [0.7, "warning"],
  [0.85, "critical"],
  [0.92, "emergency"],
  [0.97, "exhausted"],
  [1.2, "exhausted"],
] as const)("%d of the limit, coming from below: %s", (used, level) => {
  expect(nextLevel(used, "normal")).toBe(level);
});

test.each([
  [0.91, "emergency", "emergency"],
  [0.889, "emergency", "critical"],
  [0.82, "critical", "critical"],
  [0.81, "critical", "warning"],
  [0.67, "warning", "warning"],
  [0.66, "warning", "normal"],
  [0.3, "exhausted", "normal"],
] as const)("%d of the limit, coming from %s: %s", (used, from, level) => {
  expect(nextLevel(used, from)).toBe(level);
});

test("levels have an order", () => {
  expect(isAtLeast("critical", "warning")).toBe(true);
  expect(isAtLeast("warning", "critical")).toBe(false);
});
