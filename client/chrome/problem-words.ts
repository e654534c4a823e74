import type { Dimension, Problem } from "../../shared/pricing/problem.ts";
import type { Words } from "../words/dictionary.ts";

/** Looks up how the things that a problem is about are called on the screen. */
export interface ProblemNames {
  readonly surface: (id: string) => string | undefined;
  readonly option: (key: string) => string | undefined;
}

const dimensionWord = (dimension: Dimension | undefined, t: Words): string => {
  switch (dimension) {
    case "width":
      return t.areaWidth;
    case "height":
      return t.areaHeight;
    case "length":
    case undefined:
      return t.areaLength;
  }
};

/** One sentence about what keeps an estimate from being priced, or what is worth a second look. */
export function problemWords(problem: Problem, names: ProblemNames, t: Words): string {
  const option = problem.option === undefined ? undefined : names.option(problem.option);
  const sentence = sentenceFor(problem, names, t);
  return option === undefined ? sentence : t.problemOfOption(option, sentence);
}

function sentenceFor(problem: Problem, names: ProblemNames, t: Words): string {
  const { code, typed = "" } = problem;
  const measure = dimensionWord(problem.dimension, t);
  const surface =
    (problem.surfaceId === undefined ? undefined : names.surface(problem.surfaceId)) ??
    t.problemSurface;
  switch (code) {
    case "dimension_missing":
      return t.problemMissing(measure);
    case "dimension_not_a_length":
      return t.problemNotLength(measure, typed);
    case "dimension_too_long":
      return t.problemTooLong(measure, typed);
    case "dimension_suspicious":
      return t.problemVeryLong(measure, typed);
    case "height_suspicious":
      return t.problemVeryHigh(typed);
    case "quantity_missing":
      return t.problemQuantityMissing(surface);
    case "quantity_not_a_number":
      return t.problemNotNumber(surface, typed);
    case "quantity_too_large":
      return t.problemTooMuch(surface, typed);
    case "openings_exceed_wall":
      return t.problemOpenings;
    case "unknown_substrate":
      return t.problemUnknown(t.areaSurfaces, typed);
    case "unknown_prep":
      return t.problemUnknown(t.areaPrep, typed);
    case "unknown_access":
      return t.problemUnknown(t.areaAccess, typed);
    case "unknown_occupancy":
      return t.problemUnknown(t.editorOccupancy, typed);
    case "substrate_not_here":
      return t.problemNotHere(surface);
    case "no_rate_for_coats":
      return t.problemNoRate(surface);
    case "no_product":
      return t.problemNoProduct(surface);
    case "priced_zero":
      return t.problemZero(surface);
    case "nothing_to_price":
      return t.problemNothing;
    case "total_negative":
      return t.problemNegative;
    case "total_too_large":
      return t.problemTooDear;
  }
}
