import type { Exact } from "../exact/exact.ts";
import type { Localised } from "./book/numbers.ts";
import type { EntryKind } from "./price-book.ts";

/** What a figure counts; the screen has a word for each in English and Spanish. */
export type BaseUnit =
  | "cents"
  | "hour"
  | "gallon"
  | "can"
  | "ounce"
  | "coat"
  | "day"
  | "minute"
  | "month"
  | "area"
  | "painter"
  | "ft"
  | "sqft"
  | "lf"
  | "each"
  | "percent"
  /** A bare multiplier, `1.25`. */
  | "factor";

/** `{of: "sqft", per: "hour"}` reads "square feet per hour". */
export interface Unit {
  readonly of: BaseUnit;
  readonly per?: BaseUnit | undefined;
}

/** How a value follows from its inputs, in their order; `traceFault` in check-trace.ts holds each to it. */
export type TraceOp =
  /** A leaf: keyed in by the estimator (`from` says where). */
  | "given"
  /** A leaf: stands in the price book (`entry` says where, with its source). */
  | "entry"
  /** A leaf that nobody decides: ounces in a gallon. */
  | "constant"
  | "add"
  /** The first less the second. */
  | "subtract"
  | "multiply"
  /** The first divided by the second. */
  | "divide"
  /** Up to the next whole. */
  | "round-up"
  /** To whole cents, half away from zero. */
  | "round-cents"
  /** To whole cents, down: what the law caps. */
  | "round-down"
  /** To whole cents up or down, so that the lines add up to their rounded sum (exact/apportion.ts). */
  | "apportion"
  /** The first, plus the second in percent of it. */
  | "mark-up"
  /** The first divided by (100 % less the second): the second is profit in percent of the price. */
  | "margin"
  /** The first in percent of the second: `5 % of the paint`. */
  | "percent-of"
  /** A part of the third, as large as the first input is of the second. */
  | "share"
  /** How many cans of one size belong to the cheapest mix that holds the input (cans.ts). */
  | "cheapest-cans"
  /** The largest of the inputs. */
  | "at-least"
  /** The smallest of the inputs. */
  | "at-most"
  /** A table: for the first input, from the second on, the third holds. */
  | "step"
  /** A straight line: at the first input, between (second, third) and (fourth, fifth). */
  | "line"
  /** The monthly payment for the first at the second percent a year in the third's months. */
  | "annuity";

/** What a figure is: a message key of the screen, never words. */
export type TraceKey =
  // The price.
  | "total"
  | "subtotal"
  | "list"
  | "list-discount"
  | "net"
  | "discount"
  | "discount-percent"
  | "discount-amount"
  | "tax"
  | "tax-percent"
  | "materials"
  | "materials-taxed"
  | "materials-sundries"
  | "payment"
  | "payment-percent"
  | "payment-left"
  | "deposit-cap"
  | "deposit-cap-percent"
  | "deposit-cap-amount"
  | "monthly-payment"
  | "apr"
  | "months"
  | "line-price"
  | "line-price-exact"
  | "item-price"
  | "item-cost"
  | "item-margin"
  | "unit-cost"
  | "unit-price"
  | "unit-labour"
  | "unit-material"
  | "material-cost"
  | "material-price"
  | "crew-price"
  | "crew-cost"
  | "crew-hours"
  | "crew-painters"
  | "crew-line-days"
  | "add-on-pay"
  | "add-on-factor"
  | "set-up-price"
  | "lead-price"
  | "lead-minimum"
  | "lead-factor"
  | "lead-part"
  | "lead-pay"
  | "charge-price"
  | "charge-cost"
  | "charge-each"
  | "charge-count"
  | "sundries-price"
  | "sundries-cost"
  | "sundries-each"
  | "sundries-count"
  | "sundries-amount"
  | "sundries-units"
  | "sundries-minimum"
  | "minimum-adjustment"
  | "minimum-charge"
  | "charges-before-minimum"
  | "profit"
  | "job-cost"
  | "job-sqft"
  // Labour.
  | "labour-charge"
  | "piece-charge"
  | "piece-cost"
  | "piece-rate"
  | "piece-pay"
  | "hour-charge"
  | "hour-charge-labour"
  | "hour-charge-sundries"
  | "hour-cost"
  | "loaded-rate"
  | "wage"
  | "load"
  | "hours-job"
  | "hours-job-charged"
  | "hours-painting"
  | "hours-by-hour"
  | "hours-line"
  | "hours-line-charged"
  | "hours-implied"
  | "hours-coats"
  | "hours-coats-adjusted"
  | "hours-primer"
  | "hours-prep"
  | "hours-prep-adjusted"
  | "hours-prep-typed"
  | "hours-prep-task"
  | "hours-set-up"
  | "hours-lead"
  | "set-up-rate"
  | "crew-days"
  | "crew-days-measured"
  | "crew-hours-per-day"
  | "crew-size"
  | "hours-per-day"
  | "production-rate"
  | "rate-from"
  | "rate-at"
  | "rate-floor"
  | "rate-line"
  | "job-quantity"
  | "prep-rate"
  | "prep-quantity"
  | "prep-equivalent"
  | "prep-percent"
  | "prep-task-percent"
  | "prep-task-minutes"
  | "minutes-per-hour"
  | "multiplier"
  | "primer-part"
  | "primer-labour"
  | "primer-quantity"
  // Quantities.
  | "quantity"
  | "gross-area"
  | "openings"
  | "openings-doors"
  | "openings-windows"
  | "opening-size"
  | "doors"
  | "windows"
  | "length"
  | "width"
  | "height"
  | "perimeter"
  | "depth"
  | "coats"
  | "areas"
  // Paint.
  | "paint-charge"
  | "pool-charge"
  | "pool-charge-gallon"
  | "pool-charge-paint"
  | "pool-charge-sundries"
  | "pool-sundries"
  | "gallons-pool"
  | "gallons-line"
  | "gallons-line-adjusted"
  | "gallons-coats"
  | "gallons-bought"
  | "coat-quantity"
  | "spread-rate"
  | "spread-rate-product"
  | "gallons-per-unit"
  | "coverage"
  | "waste"
  | "prep-paint"
  | "sundries-rate"
  | "cans-cost"
  | "cans-price"
  | "can-count"
  | "can-price"
  | "can-price-uplifted"
  | "uplift"
  | "can-volume"
  | "can-fill"
  | "cans-volume"
  | "ounces-per-gallon"
  | "hundred";

/** The price-book entry a figure was read from. */
export interface EntryReference {
  readonly kind: EntryKind;
  readonly key: string;
  readonly label: Localised;
  /** In plain words, where the number was published. */
  readonly source: string;
  /** What the rate includes, for entries that are rates. */
  readonly includes?: Localised | undefined;
}

/** The thing of the estimate that a figure belongs to, with what was typed when it was typed. */
export interface EstimateReference {
  readonly kind: "area" | "surface" | "item";
  readonly id: string;
  /** The area's name, the substrate's label or the item's text. */
  readonly name: string | Localised;
  readonly typed?: string | undefined;
}

/**
 * How a figure came about: a tree (sharing branches) down to keyed-in values and price-book entries.
 * Plain data that survives structured cloning; `traceToJson` makes JSON of it.
 */
export interface Trace {
  readonly key: TraceKey;
  readonly value: Exact;
  readonly unit: Unit;
  readonly op: TraceOp;
  readonly inputs: readonly Trace[];
  readonly entry?: EntryReference | undefined;
  readonly from?: EstimateReference | undefined;
}
