import { expect, test } from "vitest";
import { backoff } from "./backoff.ts";

test("waits up to twice as long with every failure, and twenty seconds at the most", () => {
  expect([1, 2, 3, 7, 60].map((failures) => backoff(failures, 1))).toEqual([
    1_000, 2_000, 4_000, 20_000, 20_000,
  ]);
});

test("spreads the tablets over the whole span", () => {
  expect([0, 0.25, 0.5].map((random) => backoff(3, random))).toEqual([0, 1_000, 2_000]);
});
