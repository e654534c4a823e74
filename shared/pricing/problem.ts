/** Why an estimate cannot be priced in full yet, or what is worth a second look: data, never words. */
export type ProblemCode =
  /** A dimension a painted surface needs is empty. */
  | "dimension_missing"
  /** A dimension is not a length: `typed` is what stands there. */
  | "dimension_not_a_length"
  /** A dimension no building has (over 1,000 ft). */
  | "dimension_too_long"
  /** Over 100 ft: perhaps a missing foot mark (`126` for `12'6`). */
  | "dimension_suspicious"
  /** Over 20 ft high. */
  | "height_suspicious"
  | "quantity_missing"
  | "quantity_not_a_number"
  | "quantity_too_large"
  /** Doors and windows take up more than the wall. */
  | "openings_exceed_wall"
  | "unknown_substrate"
  | "unknown_prep"
  | "unknown_access"
  | "unknown_occupancy"
  | "unknown_condition"
  | "unknown_colour_change"
  | "unknown_texture"
  | "unknown_method"
  | "unknown_primer"
  | "unknown_prep_task"
  | "unknown_sheen"
  | "unknown_add_on"
  /** The estimate gives a discount that the price book does not have. */
  | "unknown_discount"
  /** The discount's last day is over: it is not given. */
  | "discount_ended"
  /** More than 100 % of a surface for a prep task. */
  | "percent_too_large"
  /** An item's own margin is not a percentage below 100. */
  | "margin_not_a_percent"
  /** The substrate does not belong in this kind of area. */
  | "substrate_not_here"
  /** The price book has no rate for that many coats. */
  | "no_rate_for_coats"
  /** The option names no product for the substrate's scope, or one the book does not have. */
  | "no_product"
  /** A painted surface comes to nothing. */
  | "priced_zero"
  /** Two alternates of one group are ticked. */
  | "alternates_clash"
  | "nothing_to_price"
  | "total_negative"
  | "total_too_large"
  /** Hints: never blocking. */
  | "undecided"
  | "companion_missing"
  | "primer_missing"
  | "high_without_access"
  /** Built before the lead rule's year, and nobody said whether the work is lead-safe. */
  | "lead_undecided"
  /** Tax or deposit depend on the state, and the site's is not given as two letters. */
  | "state_unknown"
  /** Discounts take the price below the net price. */
  | "below_net";

export type Dimension = "length" | "width" | "height";

export interface Problem {
  readonly code: ProblemCode;
  /** A blocking problem leaves the option without an acceptable total; the other lines are still priced. */
  readonly blocking: boolean;
  readonly areaId?: string | undefined;
  readonly surfaceId?: string | undefined;
  readonly itemId?: string | undefined;
  readonly dimension?: Dimension | undefined;
  /** What was keyed in, or the key that the price book does not know, or that a hint is about. */
  readonly typed?: string | undefined;
  readonly option?: string | undefined;
}
