import { expect, test } from "vitest";
import { planOf } from "./actions.ts";
import { ask, startWorker } from "./pool.ts";
import { regressions } from "./regressions.ts";

/** A thread starts by itself, and on a busy machine slowly. */
const PATIENCE_MS = 300_000;

const play = async (plans: readonly ReturnType<typeof planOf>[]) => {
  const worker = startWorker();
  try {
    return await ask(worker, { plans, shorten: false });
  } finally {
    await worker.terminate();
  }
};

test(
  "the same seeds are the same histories, to the byte",
  async () => {
    const plans = [1, 2, 3, 4, 5, 6].map(planOf);
    const [one, other] = [await play(plans), await play(plans)];
    expect(one).toMatchObject({ histories: 6, failure: null });
    expect(other.digest).toBe(one.digest);
    expect((await play([7, 8].map(planOf))).digest).not.toBe(one.digest);
  },
  PATIENCE_MS,
);

test(
  "what once went wrong does not again",
  async () => {
    const { failure, mutations } = await play(regressions.map(({ plan }) => plan));
    expect(failure).toBeNull();
    expect(mutations).toBeGreaterThan(0);
  },
  PATIENCE_MS,
);
