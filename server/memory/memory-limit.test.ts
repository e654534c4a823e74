import { expect, test } from "vitest";
import { memoryLimit } from "./memory-limit.ts";

const MIB = 2 ** 20;

test.each([
  ["a container's limit", 512 * MIB, 512],
  ["no limit", 0, 4096],
  ["no limit, in the words of cgroup v1", 9_223_372_036_854_771_712, 4096],
])("%s", (_, container, mib) => {
  expect(memoryLimit(null, container, 4096 * MIB)).toBe(mib * MIB);
});

test("the setting counts before everything", () => {
  expect(memoryLimit(128, 512 * MIB, 4096 * MIB)).toBe(128 * MIB);
});
