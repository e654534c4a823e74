import { expect, test } from "vitest";
import type { Problem } from "../../shared/pricing/problem.ts";
import { en } from "../words/en.ts";
import { es } from "../words/es.ts";
import { problemWords, type ProblemNames } from "./problem-words.ts";

const english = { t: en, language: "en" } as const;
const spanish = { t: es, language: "es" } as const;
const names: ProblemNames = {
  surface: (id) => (id === "s1" ? "Crown molding" : undefined),
  item: (id) => (id === "i1" ? "Scissor lift" : undefined),
  option: (key) => (key === "best" ? "Best" : undefined),
  substrate: (key) => (key === "ceiling" ? "Ceiling" : undefined),
  colourChange: () => undefined,
  discount: (key) => (key === "spring" ? "Spring" : undefined),
  leadYear: "1978",
};
const about = (problem: Partial<Problem> & Pick<Problem, "code">): Problem => ({
  blocking: true,
  ...problem,
});

test("a missing measure is named", () => {
  const missing = about({ code: "dimension_missing", dimension: "height" });
  expect(problemWords(missing, names, english)).toBe("Height is missing.");
  expect(problemWords(missing, names, spanish)).toBe("Falta: alto.");
});

test("a surface goes by the name the estimator sees", () => {
  const wrong = about({ code: "quantity_not_a_number", surfaceId: "s1", typed: "1.2.3" });
  expect(problemWords(wrong, names, english)).toBe("Crown molding: “1.2.3” is not a number.");
  expect(problemWords(about({ code: "no_product", surfaceId: "gone" }), names, english)).toBe(
    "A surface: this option has no paint for it.",
  );
});

test("a problem of one option says which", () => {
  const best = about({ code: "no_product", surfaceId: "s1", option: "best" });
  expect(problemWords(best, names, english)).toBe(
    "Best: Crown molding: this option has no paint for it.",
  );
});

test("a line goes by its own name, a hint by the price book's", () => {
  const line = about({ code: "margin_not_a_percent", itemId: "i1", typed: "120" });
  expect(problemWords(line, names, english)).toBe(
    "Scissor lift: a margin of “120” is no percentage below 100.",
  );
  const hint = about({ code: "undecided", blocking: false, typed: "ceiling" });
  expect(problemWords(hint, names, english)).toBe(
    "Ceiling: nobody has said whether it is painted.",
  );
  const ended = about({ code: "discount_ended", typed: "spring" });
  expect(problemWords(ended, names, spanish)).toBe("Spring: ya terminó. No se aplica más.");
  expect(problemWords(about({ code: "lead_undecided" }), names, english)).toContain("1978");
});
