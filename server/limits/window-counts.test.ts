import { expect, test } from "vitest";
import { createWindowCounts, WINDOW_MS } from "./window-counts.ts";

test("each key has its allowance, and a new one with the next minute", () => {
  let now = 10 * WINDOW_MS + 15_000;
  const counts = createWindowCounts({ now: () => now });
  expect(counts.count("a", 2)).toEqual({
    isWithin: true,
    limit: 2,
    remaining: 1,
    resetMs: 45_000,
  });
  expect(counts.count("a", 2).isWithin).toBe(true);
  expect(counts.count("a", 2)).toMatchObject({ isWithin: false, remaining: 0 });
  expect(counts.count("b", 2).isWithin).toBe(true);
  now += 45_000;
  expect(counts.count("a", 2).isWithin).toBe(true);
});

test("more keys than are told apart share one allowance; those known before keep theirs", () => {
  const counts = createWindowCounts({ now: () => 0 }, 100);
  for (let key = 0; key < 100; key += 1) counts.count(`known ${key}`, 3);
  const newcomers = Array.from({ length: 50 }, (_, key) => counts.count(`new ${key}`, 3));
  expect(newcomers.filter(({ isWithin }) => isWithin)).toHaveLength(3);
  expect(counts.count("known 7", 3).isWithin).toBe(true);
});
