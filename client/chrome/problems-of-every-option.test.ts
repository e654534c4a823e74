import { expect, test } from "vitest";
import type { Problem } from "../../shared/pricing/problem.ts";
import { problemsOfEveryOption } from "./problems-of-every-option.ts";

const missing = (option: string, surfaceId = "walls"): Problem => ({
  code: "primer_missing",
  blocking: false,
  areaId: "a",
  surfaceId,
  typed: "dark-to-light",
  option,
});

test("what is so in every option is said once, without naming one", () => {
  const { option: _, ...everywhere } = missing("good");
  const problems = [missing("good"), missing("better"), missing("best")];
  expect(problemsOfEveryOption(problems, 3)).toEqual([everywhere]);
});

test("what is so in some options keeps their names", () => {
  const some = [missing("good"), missing("better"), missing("best", "ceiling")];
  expect(problemsOfEveryOption(some, 3)).toEqual(some);
});

test("what belongs to no option stays as it is, in its place", () => {
  const high: Problem = { code: "high_without_access", blocking: false, areaId: "a", typed: "10" };
  expect(problemsOfEveryOption([high, missing("good"), high], 3)).toEqual([
    high,
    high,
    missing("good"),
  ]);
});
