import { expect, test } from "vitest";
import { startLoop } from "./loop.ts";

const HOUR = 3_600_000;

/** Work that a test lets go on step by step. */
function steps() {
  const started: (() => void)[] = [];
  const waiting: (() => void)[] = [];
  let runs = 0;
  return {
    runs: () => runs,
    work: () => {
      runs += 1;
      started.shift()?.();
      return new Promise<number>((resolve) => waiting.push(() => resolve(HOUR)));
    },
    finish: () => waiting.shift()?.(),
    nextRun: () => new Promise<void>((resolve) => started.push(resolve)),
  };
}

test("runs at once; wakes during the work make one more run, not many", async () => {
  const { work, finish, nextRun, runs } = steps();
  const loop = startLoop(work);
  expect(runs()).toBe(1);
  loop.wake();
  loop.wake();
  expect(runs()).toBe(1);
  const again = nextRun();
  finish();
  await again;
  expect(runs()).toBe(2);
  finish();
  await loop.stop();
  expect(runs()).toBe(2);
});

test("a wake while it rests runs it now; after a stop nothing runs", async () => {
  const { work, finish, runs } = steps();
  const loop = startLoop(work);
  finish();
  await new Promise((resolve) => setImmediate(resolve));
  loop.wake();
  expect(runs()).toBe(2);
  const stopped = loop.stop();
  finish();
  await stopped;
  loop.wake();
  expect(runs()).toBe(2);
});
