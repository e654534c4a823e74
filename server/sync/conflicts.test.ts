import { expect, test } from "vitest";
import { withValue } from "./conflicts.ts";

test("a conflict keeps what was typed over", () => {
  expect(withValue("[]", "12")).toBe('["12"]');
  expect(withValue('["12"]', null)).toBe('["12",null]');
});

test("of very long texts it keeps the newest, and always the last", () => {
  let values = "[]";
  for (let edit = 0; edit < 100; edit += 1)
    values = withValue(values, `${edit} ${"x".repeat(3900)}`);
  expect(values.length).toBeLessThanOrEqual(64_000);
  const kept: string[] = JSON.parse(values);
  expect(kept.at(-1)).toMatch(/^99 x/);
  expect(kept.length).toBe(16);
  expect(JSON.parse(withValue("[]", "y".repeat(100_000)))).toHaveLength(1);
});
