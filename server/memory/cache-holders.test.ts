import { expect, test } from "vitest";
import { byteBounded } from "../cache/byte-bounded.ts";
import { cacheHolder } from "./cache-holders.ts";

test("half of a cache is what was not asked for the longest, all is everything", () => {
  const cache = byteBounded<{ name: string }>(100);
  for (const name of ["a", "b", "c", "d"]) cache.set(name, { name }, { size: 10 });
  cache.get("a");
  const holder = cacheHolder("things", cache);
  expect(holder.bytes()).toBe(40);
  holder.shed("half");
  expect(["a", "b", "c", "d"].filter((name) => cache.has(name))).toEqual(["a", "d"]);
  expect(holder.bytes()).toBe(20);
  holder.shed("all");
  expect([holder.bytes(), cache.size]).toEqual([0, 0]);
});
