import type { Problem, ProblemCode } from "../problem.ts";

type Words = (typed: string, dimension: string) => string;

const choice =
  (what: string): Words =>
  (typed) =>
    `The price book has no ${what} "${typed}". Choose one of its own.`;

/** What is wrong or worth a second look, and what to do about it. */
const sentences: Readonly<Record<ProblemCode, Words>> = {
  dimension_missing: (_, dimension) =>
    `The ${dimension} is missing, and a painted surface needs it. Fill it in.`,
  dimension_not_a_length: (typed, dimension) =>
    `The ${dimension}, "${typed}", is not a length. Write it as 12'6" or 12.5.`,
  dimension_too_long: (typed, dimension) =>
    `The ${dimension}, "${typed}", is longer than any building. Check it.`,
  dimension_suspicious: (typed, dimension) =>
    `The ${dimension}, "${typed}", is very long. Is the inch mark missing?`,
  height_suspicious: (typed) => `The height, "${typed}", is very high. Check it.`,
  quantity_missing: () => "Nobody has said how much there is. Write the quantity.",
  quantity_not_a_number: (typed) => `"${typed}" is not a number. Write it as 324 or 18.5.`,
  quantity_too_large: (typed) => `"${typed}" is more than any job has. Check it.`,
  openings_exceed_wall: () => "Doors and windows take up more than the wall. Check the measures.",
  unknown_substrate: choice("substrate"),
  unknown_prep: choice("prep level"),
  unknown_access: choice("access"),
  unknown_occupancy: choice("occupancy"),
  unknown_condition: choice("condition"),
  unknown_colour_change: choice("color change"),
  unknown_texture: choice("texture"),
  unknown_method: choice("method"),
  unknown_primer: choice("primer"),
  unknown_prep_task: choice("prep task"),
  unknown_sheen: (typed) =>
    `The paint does not come in the sheen "${typed}". Choose one that it comes in.`,
  unknown_add_on: choice("add-on"),
  unknown_discount: (typed) => `The price book has no discount "${typed}". It is not given.`,
  discount_ended: (typed) => `The discount "${typed}" has ended. It is not given any more.`,
  percent_too_large: (typed) =>
    `The prep task "${typed}" covers more than 100 % of the surface. Write 100 at the most.`,
  margin_not_a_percent: (typed) =>
    `A margin of "${typed}" is no percentage below 100. Write it as 35 or 33.3.`,
  substrate_not_here: (typed) =>
    `"${typed}" does not belong in this kind of area. Move it, or take it out.`,
  no_rate_for_coats: () =>
    "The price book has no rate for so many coats. Choose fewer, or add the rate.",
  no_product: () => "The option has no paint for this surface. Choose a product of the book.",
  priced_zero: () => "A painted surface comes to nothing. Check its measures.",
  alternates_clash: (typed) => `Two alternates of "${typed}" are ticked. Tick one at the most.`,
  nothing_to_price: () => "There is nothing to price yet. Add a painted surface or an item.",
  total_negative: () => "The total is below zero. Check the credits.",
  total_too_large: () => "The total is too large to be right. Check the measures.",
  undecided: (typed) => `Nobody has said whether "${typed}" is painted here.`,
  companion_missing: (typed) => `It is painted without "${typed}". Is that right?`,
  primer_missing: (typed) => `The color change "${typed}" wants a primer, and there is none.`,
  high_without_access: (typed) => `It is ${typed} high, and the access is the usual one.`,
  lead_undecided: () =>
    "The house is old enough for lead paint. Say whether the work is lead-safe.",
  state_unknown: () =>
    "Sales tax or deposit go by the state of the job. Write it as two letters, such as OR.",
  below_net: () => "The discounts take the price below the net price.",
};

/** A problem of a priced estimate in plain English: what it is, what to do. Its ids say where. */
export const problemSentence = ({ code, typed = "", dimension = "length" }: Problem): string =>
  sentences[code](typed, dimension);

/** Every code there is. */
export const problemCodes: readonly ProblemCode[] = Object.keys(sentences).filter(
  (code): code is ProblemCode => Object.hasOwn(sentences, code),
);
