import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { createPullTurns } from "./pull-turns.ts";

test("a push that comes in while many pulls wait goes before those that have not begun", async () => {
  const inTurn = createPullTurns();
  const order: string[] = [];
  const pulls = Array.from({ length: 20 }, (_, index) =>
    inTurn(async () => void order.push(`pull ${index}`)),
  );
  const push = nextTurn().then(() => order.push("push"));
  await Promise.all([...pulls, push]);
  expect(order).toHaveLength(21);
  expect(order.indexOf("push")).toBeLessThan(4);
});

test("what a pull throws is its own: the others have their turn", async () => {
  const inTurn = createPullTurns();
  const failing = inTurn(() => Promise.reject(new Error("no snapshot")));
  const others = [inTurn(async () => 1), inTurn(async () => 2), inTurn(async () => 3)];
  await expect(failing).rejects.toThrow("no snapshot");
  expect(await Promise.all(others)).toEqual([1, 2, 3]);
});
