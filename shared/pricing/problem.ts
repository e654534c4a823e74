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
  /** The substrate does not belong in this kind of area. */
  | "substrate_not_here"
  /** The price book has no rate for that many coats. */
  | "no_rate_for_coats"
  /** The option names no product for the substrate's scope, or one the book does not have. */
  | "no_product"
  /** A painted surface comes to nothing. */
  | "priced_zero"
  | "nothing_to_price"
  | "total_negative"
  | "total_too_large";

export type Dimension = "length" | "width" | "height";

export interface Problem {
  readonly code: ProblemCode;
  /** A blocking problem leaves the option without an acceptable total; the other lines are still priced. */
  readonly blocking: boolean;
  readonly areaId?: string | undefined;
  readonly surfaceId?: string | undefined;
  readonly itemId?: string | undefined;
  readonly dimension?: Dimension | undefined;
  /** What was keyed in, or the key that the price book does not know. */
  readonly typed?: string | undefined;
  readonly option?: string | undefined;
}
