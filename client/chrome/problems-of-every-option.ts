import type { Problem } from "../../shared/pricing/problem.ts";

const withoutOption = (problem: Problem): Problem => ({ ...problem, option: undefined });

/** What is so in every option is said once, of none in particular; what is so in some keeps their names. */
export function problemsOfEveryOption(
  problems: readonly Problem[],
  optionCount: number,
): readonly Problem[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = JSON.stringify(withoutOption(problem));
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  return [...groups.values()].flatMap((group) => {
    const named = group.flatMap(({ option }) => option ?? []);
    const everywhere = named.length === group.length && new Set(named).size === optionCount;
    return everywhere ? group.slice(0, 1).map(withoutOption) : group;
  });
}
