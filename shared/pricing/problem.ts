/** Why an estimate cannot be priced in full yet, or what is worth a second look: data, never words. */
export type ProblemCode =
  /** A dimension a painted surface needs is empty. */
  | "dimension-missing"
  /** A dimension is not a length: `typed` is what stands there. */
  | "dimension-not-a-length"
  /** A dimension no building has (over 1,000 ft). */
  | "dimension-too-long"
  /** Over 100 ft: perhaps a missing foot mark (`126` for `12'6`). */
  | "dimension-suspicious"
  /** Over 20 ft high. */
  | "height-suspicious"
  | "quantity-missing"
  | "quantity-not-a-number"
  | "quantity-too-large"
  /** Doors and windows take up more than the wall. */
  | "openings-exceed-wall"
  | "unknown-substrate"
  | "unknown-prep"
  | "unknown-access"
  | "unknown-occupancy"
  /** The substrate does not belong in this kind of area. */
  | "substrate-not-here"
  /** The price book has no rate for that many coats. */
  | "no-rate-for-coats"
  /** The option names no product for the substrate's scope, or one the book does not have. */
  | "no-product"
  /** A painted surface comes to nothing. */
  | "priced-zero"
  | "nothing-to-price"
  | "total-negative"
  | "total-too-large";

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
