import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { planOf } from "./actions.ts";
import { History } from "./history.ts";
import type { Answer, Failure, Order } from "./orders.ts";
import { shorten } from "./shorten.ts";
import { makeTemplate } from "./template.ts";

/** Dexie waits for an answer of the operating system's threads before its first promise. */
const DEXIE_IS_READY_MS = 50;

/** Gets a thread ready to play histories. */
export async function createPlayer(): Promise<(order: Order) => Promise<Answer>> {
  await pause(DEXIE_IS_READY_MS);
  const database = new DatabaseSync(":memory:");
  const template = await makeTemplate(database);
  const run = (plan: ReturnType<typeof planOf>) => History.run(plan, template, database);

  async function failureOf(seed: number, wanted: boolean): Promise<Failure> {
    const plan = planOf(seed);
    const shortest = wanted ? await shorten(plan, run) : plan;
    const { violations, story } = await run(shortest);
    return { seed, violations, story };
  }

  return async ({ from, to, shorten: wanted }) => {
    const faults = new Map<string, number>();
    const hash = createHash("sha256");
    let [histories, mutations] = [0, 0];
    let failure: Failure | null = null;
    for (let seed = from; seed < to && failure === null; seed += 1) {
      const outcome = await run(planOf(seed));
      histories += 1;
      mutations += outcome.mutations;
      hash.update(outcome.digest);
      for (const [kind, count] of outcome.faults) faults.set(kind, (faults.get(kind) ?? 0) + count);
      if (outcome.violations.length > 0) failure = await failureOf(seed, wanted);
    }
    return { histories, mutations, faults, failure, digest: hash.digest("hex") };
  };
}
