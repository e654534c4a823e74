import { placeWords } from "./fault-sentence.ts";
import type { PriceBookWarning, PriceBookWarningCode } from "./price-book-warning.ts";

const sentences: Readonly<
  Record<PriceBookWarningCode, (found: string, expected: string) => string>
> = {
  coats_take_less: (found, expected) =>
    `is ${found} after ${expected} for one coat fewer: more coats would take less. Rates are for all the coats together.`,
  rate_backwards: (found) =>
    `is ${found}: perhaps hours for a unit and units an hour were taken for each other.`,
  piece_rate_high: (found) => `is $${found} for a foot: perhaps cents were meant.`,
  spread_unlikely: (found) =>
    `is ${found}: perhaps units to the gallon and gallons to the unit were taken for each other.`,
  factor_unlikely: (found, expected) =>
    `is ${found}, and usually within ${expected.replace("-", " and ")}: 1.15 makes 15 % more.`,
  wage_low: (found) => `is ${found} cents: below the federal minimum wage of $7.25 an hour.`,
  margin_high: (found) => `is ${found} % of the price: perhaps a mark-up on the cost was meant.`,
  tax_high: (found) => `is ${found} %: no state asks for so much.`,
  set_up_long: (found) =>
    `is ${found} hours, half of the crew's day or more: perhaps minutes were meant.`,
  can_cheaper_than_smaller: (found, expected) =>
    `is ${found} cents, less than the smaller can ${expected}: perhaps their prices were taken for each other.`,
  floor_above_points: (found) =>
    `is ${found}, above some points of its line: they will never hold.`,
  unit_unlike_quantity: (found, expected) => `is ${found}, and its rule measures in ${expected}.`,
  usual_has_effect: (found) =>
    `is ${found}, and the first of the list holds for every surface nobody chose another one for.`,
  unused: () => "is not used by any part of the book.",
  choice_missing: (found) =>
    `have no product for the scope ${found}: its surfaces cannot be priced in this option.`,
  no_rate_for_coats: (found, expected) =>
    `is ${found}, and the substrate ${expected} has no rate for so many: it cannot be priced in this option.`,
  discount_ended: (found) =>
    `was ${found}: it is not given any more. Take it out, or move the day.`,
  cap_without_limit: (found) => `gives neither percent nor amount for ${found}: nothing is capped.`,
  hint_never_answered: (found) =>
    `is ${found}, which those areas cannot have: the question would stand there for good.`,
  label_missing: (_, expected) =>
    `is empty: people who read ${expected === "es" ? "Spanish" : "English"} will see no name.`,
  label_twice: (found) => `is "${found}", as another one is called: nobody can tell them apart.`,
};

/** A warning in plain English, for whoever calls an interface. */
export const warningSentence = (warning: PriceBookWarning): string =>
  `${placeWords(warning)} ${sentences[warning.code](warning.found, warning.expected)}`;
