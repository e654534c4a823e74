import type { Plan } from "./actions.ts";

/** How often a history is played again at the most, to find a shorter one. */
const TRIES = 400;

/**
 * A plan from which nothing can be left out any more without its failure going away: first halves and quarters of it
 * are left out, in the end single steps.
 */
export async function shorten(
  plan: Plan,
  run: (plan: Plan) => Promise<{ readonly violations: readonly unknown[] }>,
): Promise<Plan> {
  let { steps: shortest } = plan;
  let tries = 0;
  for (let size = Math.ceil(plan.steps.length / 2); size >= 1; size = size > 1 ? size >> 1 : 0) {
    let start = 0;
    while (start < shortest.length && tries < TRIES) {
      const steps = shortest.toSpliced(start, size);
      tries += 1;
      if ((await run({ ...plan, steps })).violations.length > 0) shortest = steps;
      else start += size;
    }
  }
  return { ...plan, steps: shortest };
}
