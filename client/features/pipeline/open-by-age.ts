import type { PipelineEstimate } from "../../local/queries/pipeline.ts";

export type Age = "week" | "month" | "older";

/** Open estimates of about the same age. */
export interface OpenEstimates {
  readonly age: Age;
  readonly count: number;
  /** What those come to that have been priced so far and can be. */
  readonly cents: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

function ageOf(createdAt: string, now: number): Age {
  const days = (now - Date.parse(createdAt)) / DAY_MS;
  return days < 7 ? "week" : days < 30 ? "month" : "older";
}

/**
 * Estimates that nobody has accepted yet, by age: what can still be won, and what wants a telephone call.
 *
 * @param priced what each comes to with tax, by id; null where it has no price.
 * @param now milliseconds since 1970.
 */
export function openByAge(
  estimates: readonly PipelineEstimate[],
  priced: ReadonlyMap<string, number | null>,
  now: number,
): readonly OpenEstimates[] {
  const open = estimates.filter(({ status }) => status !== "accepted");
  const groups = Map.groupBy(open, ({ createdAt }) => ageOf(createdAt, now));
  return (["week", "month", "older"] as const).map((age) => {
    const here = groups.get(age) ?? [];
    const cents = here.reduce((sum, { id }) => sum + (priced.get(id) ?? 0), 0);
    return { age, count: here.length, cents };
  });
}
