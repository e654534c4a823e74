import type { Localised } from "./book/numbers.ts";
import type { PriceBookFault } from "./price-book-fault.ts";

/** What can be priced with, and is probably not what the manager means. */
export type PriceBookWarningCode =
  /** More coats take fewer hours, or cost less, than `expected` for one coat fewer. */
  | "coats_take_less"
  /** Units an hour where hours a unit are meant, or the other way round. */
  | "rate_backwards"
  /** Dollars for a square or linear foot: cents, perhaps. */
  | "piece_rate_high"
  /** A gallon that covers next to nothing, or a house. */
  | "spread_unlikely"
  /** A factor outside `expected`: 15 or 0.15 where 1.15 is meant. */
  | "factor_unlikely"
  /** Below the federal minimum wage. */
  | "wage_low"
  | "margin_high"
  | "tax_high"
  /** Setting up takes half of the crew's day or more: minutes, perhaps. */
  | "set_up_long"
  /** The larger can costs less than the smaller one, `expected`. */
  | "can_cheaper_than_smaller"
  /** The points of a line below its floor never hold. */
  | "floor_above_points"
  /** Counted in another unit than what its rule measures, `expected`. */
  | "unit_unlike_quantity"
  /** The first of a list holds unless another is chosen, and this one changes prices. */
  | "usual_has_effect"
  /** Nothing in the book uses it. */
  | "unused"
  /** An option has no product for a scope, `found`, that has substrates. */
  | "choice_missing"
  /** The option paints more coats than the substrate `expected` has rates for. */
  | "no_rate_for_coats"
  | "discount_ended"
  /** A state's cap that caps nothing. */
  | "cap_without_limit"
  /** Asks in areas for a surface that they cannot have. */
  | "hint_never_answered"
  /** No words in the language `expected`. */
  | "label_missing"
  /** Called like another one in the list. */
  | "label_twice";

export type PriceBookWarning = PriceBookFault<PriceBookWarningCode>;

/** Makes the warnings about one entry or setting. */
export type Warn = (
  code: PriceBookWarningCode,
  inside: string,
  found: string,
  expected?: string,
) => PriceBookWarning;

/** @param place the list and the entry's key, or the setting: `substrates/walls`. */
export const warnAbout =
  (place: string, entry: Localised | null = null): Warn =>
  (code, inside, found, expected = "") => ({
    code,
    path: inside === "" ? place : `${place}/${inside}`,
    entry,
    found,
    expected,
  });
