import type { Exact } from "../exact/exact.ts";
import type { EntryKind, Localised } from "./price-book.ts";

/** What a figure counts; the screen has a word for each in English and Spanish. */
export type BaseUnit =
  | "cents"
  | "hour"
  | "gallon"
  | "can"
  | "ounce"
  | "coat"
  | "day"
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
  | "cheapest-cans";

/** What a figure is: a message key of the screen, never words. */
export type TraceKey =
  // The price.
  | "total"
  | "line-price"
  | "line-price-exact"
  | "item-price"
  | "item-cost"
  | "unit-cost"
  | "set-up-price"
  | "minimum-adjustment"
  | "minimum-charge"
  | "charges-before-minimum"
  | "profit"
  // Labour.
  | "labour-charge"
  | "piece-charge"
  | "piece-cost"
  | "piece-rate"
  | "hour-charge"
  | "hour-charge-labour"
  | "hour-charge-sundries"
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
  | "hours-prep"
  | "hours-prep-adjusted"
  | "hours-set-up"
  | "set-up-rate"
  | "crew-days"
  | "crew-hours-per-day"
  | "crew-size"
  | "hours-per-day"
  | "production-rate"
  | "prep-rate"
  | "prep-quantity"
  | "prep-equivalent"
  | "multiplier"
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
  // Paint.
  | "paint-charge"
  | "pool-charge"
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
  | "sundries-rate"
  | "cans-cost"
  | "cans-price"
  | "can-count"
  | "can-price"
  | "can-volume"
  | "can-fill"
  | "cans-volume"
  | "ounces-per-gallon";

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
