import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import type { Plan } from "./actions.ts";
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
  const run = (plan: Plan) => History.run(plan, template, database);

  async function failureOf(plan: Plan, wanted: boolean): Promise<Failure> {
    const shortest = wanted ? await shorten(plan, run) : plan;
    const { violations, story } = await run(shortest);
    return { seed: plan.seed, violations, story };
  }

  return async ({ plans, shorten: wanted }) => {
    const faults = new Map<string, number>();
    const hash = createHash("sha256");
    let [histories, mutations] = [0, 0];
    let failure: Failure | null = null;
    for (const plan of plans) {
      if (failure !== null) break;
      const outcome = await run(plan);
      histories += 1;
      mutations += outcome.mutations;
      hash.update(outcome.digest);
      for (const [kind, count] of outcome.faults) faults.set(kind, (faults.get(kind) ?? 0) + count);
      if (outcome.violations.length > 0) failure = await failureOf(plan, wanted);
    }
    return { histories, mutations, faults, failure, digest: hash.digest("hex") };
  };
}
