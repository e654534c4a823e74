import { expect, test } from "vitest";
import { openNumbers } from "./open-numbers.ts";

const open = (id: string) => ({ id, state: "open" }) as const;
const settled = (id: string) => ({ id, state: "resolved" }) as const;

test("only what is left is counted", () => {
  expect([...openNumbers([open("a"), settled("b"), open("c")])]).toEqual([
    ["a", 1],
    ["c", 2],
  ]);
});

test("the last one that is left is not one of two", () => {
  expect(openNumbers([settled("a"), open("b")]).size).toBe(0);
});
