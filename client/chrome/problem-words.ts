import type { Dimension, Problem } from "../../shared/pricing/problem.ts";
import type { Words } from "../words/dictionary.ts";
import type { Language } from "../words/language.ts";
import { problems, type ProblemWords } from "../words/problems.ts";

/** Looks up how the things that a problem is about are called on the screen. */
export interface ProblemNames {
  readonly surface: (id: string) => string | undefined;
  readonly item: (id: string) => string | undefined;
  readonly option: (key: string) => string | undefined;
  readonly substrate: (key: string) => string | undefined;
  readonly colourChange: (key: string) => string | undefined;
  readonly discount: (key: string) => string | undefined;
  /** The first year that needs no decision about lead; empty where the book has no rule. */
  readonly leadYear: string;
}

type Speaking = { readonly t: Words; readonly language: Language };

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
export function problemWords(
  problem: Problem,
  names: ProblemNames,
  { t, language }: Speaking,
): string {
  const w = problems[language];
  const option = problem.option === undefined ? undefined : names.option(problem.option);
  const sentence = sentenceFor(problem, names, t, w);
  return option === undefined ? sentence : w.problemOfOption(option, sentence);
}

function subjectOf({ surfaceId, itemId }: Problem, names: ProblemNames, w: ProblemWords): string {
  if (itemId !== undefined) return names.item(itemId) || w.problemLine;
  return (surfaceId === undefined ? undefined : names.surface(surfaceId)) ?? w.problemSurface;
}

function sentenceFor(problem: Problem, names: ProblemNames, t: Words, w: ProblemWords): string {
  const { code, typed = "" } = problem;
  const measure = dimensionWord(problem.dimension, t);
  const subject = subjectOf(problem, names, w);
  const unknown = (what: string) => w.problemUnknownChoice(subject, what, typed);
  switch (code) {
    case "dimension_missing":
      return w.problemMissing(measure);
    case "dimension_not_a_length":
      return w.problemNotLength(measure, typed);
    case "dimension_too_long":
      return w.problemTooLong(measure, typed);
    case "dimension_suspicious":
      return w.problemVeryLong(measure, typed);
    case "height_suspicious":
      return w.problemVeryHigh(typed);
    case "quantity_missing":
      return w.problemQuantityMissing(subject);
    case "quantity_not_a_number":
      return w.problemNotNumber(subject, typed);
    case "quantity_too_large":
      return w.problemTooMuch(subject, typed);
    case "openings_exceed_wall":
      return w.problemOpenings;
    case "unknown_substrate":
      return w.problemUnknown(t.areaSurfaces, typed);
    case "unknown_access":
      return w.problemUnknown(t.areaAccess, typed);
    case "unknown_occupancy":
      return w.problemUnknown(t.editorOccupancy, typed);
    case "unknown_prep":
      return unknown(w.problemPrepLevel);
    case "unknown_condition":
      return unknown(w.problemCondition);
    case "unknown_colour_change":
      return unknown(w.problemColourChange);
    case "unknown_texture":
      return unknown(w.problemTexture);
    case "unknown_method":
      return unknown(w.problemMethod);
    case "unknown_primer":
      return unknown(w.problemPrimer);
    case "unknown_prep_task":
      return unknown(w.problemPrepTask);
    case "unknown_sheen":
      return unknown(w.problemSheen);
    case "unknown_add_on":
      return unknown(w.problemAddOn);
    case "unknown_discount":
      return w.problemDiscount(typed);
    case "discount_ended":
      return w.problemDiscountEnded(names.discount(typed) ?? typed);
    case "percent_too_large":
      return w.problemPercent(subject);
    case "margin_not_a_percent":
      return w.problemMargin(subject, typed);
    case "substrate_not_here":
      return w.problemNotHere(subject);
    case "no_rate_for_coats":
      return w.problemNoRate(subject);
    case "no_product":
      return w.problemNoProduct(subject);
    case "priced_zero":
      return w.problemZero(subject);
    case "alternates_clash":
      return w.problemClash(subject, typed);
    case "nothing_to_price":
      return w.problemNothing;
    case "total_negative":
      return w.problemNegative;
    case "total_too_large":
      return w.problemTooDear;
    case "undecided":
      return w.problemUndecided(names.substrate(typed) ?? typed);
    case "companion_missing":
      return w.problemCompanion(subject, names.substrate(typed) ?? typed);
    case "primer_missing":
      return w.problemPrimerMissing(subject, names.colourChange(typed) ?? typed);
    case "high_without_access":
      return w.problemHighAccess(typed);
    case "lead_undecided":
      return w.problemLead(names.leadYear);
    case "state_unknown":
      return w.problemState;
    case "below_net":
      return w.problemBelowNet;
  }
}
