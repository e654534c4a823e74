import { expect, test } from "vitest";
import { cacheReads } from "./cache-reads.ts";

test("whoever was answered without a question of their own was a hit", () => {
  const counts = {
    hits: 5,
    staleHits: 3,
    redisHits: 2,
    absentHits: 1,
    misses: 4,
    joined: 7,
    failures: 1,
  };
  expect(cacheReads({ kinds: { "salesforce.account": counts } })).toEqual([
    { name: "salesforce.account", hits: 15, stale: 3, misses: 4 },
  ]);
});
