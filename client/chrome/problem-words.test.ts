import { expect, test } from "vitest";
import type { Problem } from "../../shared/pricing/problem.ts";
import { en } from "../words/en.ts";
import { es } from "../words/es.ts";
import { problemWords, type ProblemNames } from "./problem-words.ts";

const names: ProblemNames = {
  surface: (id) => (id === "s1" ? "Crown molding" : undefined),
  option: (key) => (key === "best" ? "Best" : undefined),
};
const about = (problem: Partial<Problem> & Pick<Problem, "code">): Problem => ({
  blocking: true,
  ...problem,
});

test("a missing measure is named", () => {
  const missing = about({ code: "dimension_missing", dimension: "height" });
  expect(problemWords(missing, names, en)).toBe("Height is missing.");
  expect(problemWords(missing, names, es)).toBe("Falta: alto.");
});

test("a surface goes by the name the estimator sees", () => {
  const wrong = about({ code: "quantity_not_a_number", surfaceId: "s1", typed: "1.2.3" });
  expect(problemWords(wrong, names, en)).toBe("Crown molding: “1.2.3” is not a number.");
  expect(problemWords(about({ code: "no_product", surfaceId: "gone" }), names, en)).toBe(
    "A surface: this option has no paint for it.",
  );
});

test("a problem of one option says which", () => {
  const best = about({ code: "no_product", surfaceId: "s1", option: "best" });
  expect(problemWords(best, names, en)).toBe(
    "Best: Crown molding: this option has no paint for it.",
  );
});
