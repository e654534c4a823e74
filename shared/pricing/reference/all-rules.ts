import { multiplierOrder } from "../book/substrate.ts";
import type { ProblemCode } from "../problem.ts";

/** Every combination of the parts, with spaces between: `rate in steps by job`. */
const each = (...parts: readonly (readonly string[])[]): readonly string[] =>
  parts.reduce<readonly string[]>(
    (texts, words) => texts.flatMap((text) => words.map((word) => `${text} ${word}`.trim())),
    [""],
  );

const problemCodes: Readonly<Record<ProblemCode, true>> = {
  dimension_missing: true,
  dimension_not_a_length: true,
  dimension_too_long: true,
  dimension_suspicious: true,
  height_suspicious: true,
  quantity_missing: true,
  quantity_not_a_number: true,
  quantity_too_large: true,
  openings_exceed_wall: true,
  unknown_substrate: true,
  unknown_prep: true,
  unknown_access: true,
  unknown_occupancy: true,
  unknown_condition: true,
  unknown_colour_change: true,
  unknown_texture: true,
  unknown_method: true,
  unknown_primer: true,
  unknown_prep_task: true,
  unknown_sheen: true,
  unknown_add_on: true,
  unknown_discount: true,
  discount_ended: true,
  percent_too_large: true,
  margin_not_a_percent: true,
  substrate_not_here: true,
  no_rate_for_coats: true,
  no_product: true,
  priced_zero: true,
  alternates_clash: true,
  nothing_to_price: true,
  total_negative: true,
  total_too_large: true,
  undecided: true,
  companion_missing: true,
  primer_missing: true,
  high_without_access: true,
  lead_undecided: true,
  state_unknown: true,
  below_net: true,
};

/** Rules that the random estimates of two thousand cases go through. */
export const ordinaryRules: readonly string[] = [
  ...each(["option"], ["acceptable", "blocked"]),
  ...each(
    ["quantity"],
    ["walls", "face", "floor-plan", "perimeter", "length", "strip", "doors", "windows"],
  ),
  ...each(["quantity"], ["count", "typed"]),
  ...each(["coats"], ["1", "2", "3", "4"]),
  ...each(["rate"], ["units-per-hour", "hours-per-unit", "piece", "plain"]),
  ...each(["rate in"], ["steps", "line"], ["by"], ["surface", "job"]),
  ...each(["multiplier"], multiplierOrder, ["on"], ["labour", "prep", "paint"]),
  ...each(["prep level"], ["none", "rate", "tasks", "percent"]),
  "prep hours as typed",
  "prep tasks of its own",
  ...each(["surface's own"], ["product", "sheen", "method", "primer"]),
  "primer",
  ...each(["paint by"], ["spread", "gallons-per-unit"]),
  "spread of the product",
  "spread of the product on a texture",
  ...each(["pooling by"], ["job", "scope"]),
  "cans of several sizes",
  ...each(["hours"], ["exact", "whole-hours-up"]),
  ...each(["sundries"], ["percent-of-paint", "per-hour"], ["", "of lead-safe work"]),
  ...each(
    ["sundries per started"],
    ["sqft", "lf", "each", "hour", "gallon", "area", "crew-day"],
    ["", "of lead-safe work"],
  ),
  ...each(["line"], ["set-up", "lead-safe", "trip", "sundries", "minimum-scope", "minimum"]),
  ...each(["line charge per"], ["area", "job", "crew-day"]),
  ...each(["item"], ["cost", "price", "crew-days", "add-on"], ["", "with its own margin"]),
  ...each(["item"], ["offered", "optional and ticked", "below zero", "with material"]),
  ...each(["profit"], ["labour", "paint", "sundries", "charges", "items"]),
  ...each(["profit"], ["markup", "margin"], ["plain"]),
  ...each(
    ["profit"],
    ["markup", "margin"],
    ["in"],
    ["steps", "line"],
    ["by"],
    ["job-cost", "job-sqft"],
  ),
  ...each(["profit of a product on"], ["paint", "surface"]),
  "list price above net",
  ...each(["discount by"], ["percent", "amount"]),
  ...each(["tax on"], ["total", "materials"]),
  ...each(["payment"], ["deposit", "draw", "capped by a state"]),
  ...each(["financing"], ["with interest", "without interest"]),
];

/** All rules of a price book that a comparison has to go through to have compared anything. */
export const allRules: readonly string[] = [
  ...ordinaryRules,
  ...each(["problem"], Object.keys(problemCodes)),
];
