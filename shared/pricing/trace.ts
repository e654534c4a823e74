import type { Exact } from "../exact/exact.ts";
import type { EntryKind, Localised } from "./price-book.ts";

/** What a figure counts. `trace-words` on the screen side gives each its word in English and Spanish. */
export type BaseUnit =
  | "cents"
  | "hour"
  | "gallon"
  | "can"
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

/** How a value follows from its inputs, in their order. `recompute()` in trace-check.ts is the definition. */
export type TraceOp =
  /** A leaf: keyed in by the estimator (`from` says where). */
  | "given"
  /** A leaf: stands in the price book (`entry` says where, with its source). */
  | "entry"
  | "add"
  /** The first less all the others. */
  | "subtract"
  | "multiply"
  /** The first divided by the second. */
  | "divide"
  | "greatest"
  /** Up to the next whole. */
  | "round-up"
  /** To whole cents, half away from zero. */
  | "round-cents"
  /** To whole cents up or down, so that the lines add up to the rounded sum (exact/apportion.ts). */
  | "apportion"
  /** The first, plus the second in percent of it. */
  | "mark-up"
  /** The first divided by (100 % less the second): the second is the share of the price. */
  | "margin"
  /** The first input's part of the second is taken of the third: third × first ÷ second. */
  | "share"
  /** The cans that hold at least the first input for the least money; the others are the cans' prices. */
  | "cheapest-cans";

/** What a figure is: a message key of the screen, never words. */
export type TraceKey =
  | "total"
  | "line-price"
  | "line-price-exact"
  | "surfaces-price"
  | "surfaces-price-exact"
  | "item-price"
  | "item-cost"
  | "set-up-price"
  | "minimum-adjustment"
  | "minimum-charge"
  | "charges-before-minimum"
  | "labour-price"
  | "labour-cost"
  | "paint-price"
  | "paint-cost"
  | "sundries-price"
  | "sundries-cost"
  | "hours-total"
  | "hours-charged"
  | "hours-painting"
  | "hours-line"
  | "hours-coats"
  | "hours-prep"
  | "hours-set-up"
  | "crew-days"
  | "loaded-rate"
  | "wage"
  | "load"
  | "piece-rate"
  | "production-rate"
  | "prep-rate"
  | "prep-equivalent"
  | "multiplier"
  | "coats"
  | "quantity"
  | "gross-area"
  | "openings"
  | "opening-size"
  | "count"
  | "length"
  | "width"
  | "height"
  | "perimeter"
  | "depth"
  | "unit-cost"
  | "gallons-line"
  | "gallons-pool"
  | "gallons-bought"
  | "spread-rate"
  | "coverage"
  | "waste"
  | "can-price"
  | "cans"
  | "markup"
  | "sundries-rate"
  | "crew-size"
  | "hours-per-day"
  | "set-up-rate"
  | "constant";

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

/** The thing of the estimate a figure was keyed in on, or belongs to. */
export type EstimateReference =
  | {
      readonly kind: "area";
      readonly id: string;
      readonly name: string;
      readonly typed?: string | undefined;
    }
  | { readonly kind: "surface"; readonly id: string; readonly typed?: string | undefined }
  | {
      readonly kind: "item";
      readonly id: string;
      readonly name: string;
      readonly typed?: string | undefined;
    };

/**
 * How a figure came about: a tree (sharing branches) down to keyed-in values and price-book entries.
 * Plain data: survives structured cloning; `traceToJson` gives JSON.
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
