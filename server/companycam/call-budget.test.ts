import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findRedis, type RedisServer, startRedis } from "../live/testing/redis-server.ts";
import { silentLog } from "../observe/log.ts";
import { openRedis, type Redis } from "../redis/redis.ts";
import { type CallBudget, createCallBudget } from "./call-budget.ts";

/** How many of so many calls are let through at once. */
async function through(budgets: readonly CallBudget[], calls: number): Promise<number> {
  const each = Math.floor(calls / budgets.length);
  const waits = await Promise.all(
    budgets.flatMap((budget) => Array.from({ length: each }, () => budget.take("write"))),
  );
  return waits.filter((wait) => wait === 0).length;
}

test("without a Redis each process has a budget of its own, and says when there is more", async () => {
  const budget = createCallBudget(null);
  expect(await through([budget], 50)).toBe(14);
  expect(await budget.take("write")).toBeGreaterThan(0);
  expect(await budget.take("read")).toBe(0);
});

test("what is used of a window is told, and what it lets through", async () => {
  const budget = createCallBudget(null);
  await budget.take("read");
  await budget.take("read");
  expect(await budget.usage()).toEqual([
    { kind: "read", used: 2, allowed: 34 },
    { kind: "write", used: 0, allowed: 14 },
  ]);
});

describe.skipIf(findRedis() === null)("through Redis", () => {
  let server: RedisServer;
  const opened: Redis[] = [];
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(async () => {
    for (const redis of opened) redis.close();
    await server.stop();
  });
  const process = async (): Promise<Redis> => {
    const redis = await openRedis(server.url, silentLog);
    opened.push(redis);
    while (redis.client() === null) await pause(5);
    return redis;
  };

  test("two processes have one budget, and go on alone while it is away", async () => {
    const budgets = [createCallBudget(await process()), createCallBudget(await process())];
    expect(await through(budgets, 60)).toBe(14);
    await server.kill();
    expect(await through(budgets, 60)).toBe(28);
  });
});
