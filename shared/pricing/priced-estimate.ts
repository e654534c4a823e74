import type { Exact } from "../exact/exact.ts";
import type { Localised, QuantityUnit } from "./price-book.ts";
import type { Problem } from "./problem.ts";
import type { Trace } from "./trace.ts";

/**
 * What a pricing engine returns: every option side by side, every figure with its trace.
 * Plain data (bigints included): survives structured cloning between threads.
 */
export interface PricedEstimate {
  readonly priceBook: PriceBookIdentity;
  /** In the price book's order: good, better, best. */
  readonly options: readonly PricedOption[];
  /** Of all options; those with `option` concern one only. */
  readonly problems: readonly Problem[];
}

export interface PriceBookIdentity {
  readonly id: string;
  readonly version: number;
  readonly name: Localised;
  /** True until a manager has accepted or edited it: the screen must say so. */
  readonly isExample: boolean;
}

export interface PricedOption {
  readonly key: string;
  readonly label: Localised;
  readonly warrantyYears: number;
  /** Exactly the sum of `lines[].cents`. */
  readonly totalCents: number;
  /** No blocking problem: a customer may be asked to accept `totalCents`. */
  readonly acceptable: boolean;
  /** In the painter's order: surfaces area by area, items, set-up, minimum. */
  readonly lines: readonly PricedLine[];
  readonly hours: PricedHours;
  readonly paint: readonly PaintNeed[];
  /** What the job costs the firm, for the margin bar; never shown to a customer. */
  readonly cost: PricedCost;
  readonly trace: Trace;
}

export type PricedLine = PricedSurface | PricedItem | PricedAdjustment;

interface LineBase {
  /** The surface's or item's id; `set-up` or `minimum` for an adjustment. Unique in an option. */
  readonly id: string;
  readonly cents: number;
  readonly trace: Trace;
}

/** A painted surface. */
export interface PricedSurface extends LineBase {
  readonly kind: "surface";
  readonly areaId: string;
  readonly areaName: string;
  readonly substrate: Localised;
  readonly quantity: Exact;
  readonly unit: QuantityUnit;
  readonly coats: number;
  readonly product: Localised;
  readonly sheen: Localised;
  readonly prep: Localised;
  readonly colour: PaintColour;
  readonly hours: Exact;
  readonly gallons: Exact;
}

export interface PricedItem extends LineBase {
  readonly kind: "item";
  readonly label: string;
  readonly quantity: Exact;
}

export interface PricedAdjustment extends LineBase {
  readonly kind: "set-up" | "minimum";
}

export interface PricedHours {
  /** Painting, prep and set-up, to the last fraction. */
  readonly exact: Exact;
  /** As the price book rounds them: what is charged and shown. */
  readonly charged: Exact;
  /** Whole days of the price book's crew. */
  readonly crewDays: number;
  readonly trace: Trace;
}

/** Paint of one product, colour and sheen for the whole job, pooled and only then rounded up to cans. */
export interface PaintNeed {
  /** Stable within an option: product, sheen and colour. */
  readonly key: string;
  readonly product: Localised;
  readonly sheen: Localised;
  readonly colour: PaintColour;
  readonly exactGallons: Exact;
  /** Cans to buy, largest first; only sizes with a count. */
  readonly cans: readonly CansToBuy[];
  readonly gallonsBought: Exact;
  readonly costCents: number;
  readonly trace: {
    readonly exactGallons: Trace;
    readonly gallonsBought: Trace;
    readonly cost: Trace;
  };
}

export type PaintColour =
  /** Name or code as the estimator typed it. */
  | { readonly kind: "named"; readonly name: string }
  /** Not chosen yet: the job's body, trim, ceiling... colour. */
  | { readonly kind: "slot"; readonly slot: string; readonly label: Localised };

export interface CansToBuy {
  readonly size: string;
  readonly label: Localised;
  readonly count: number;
  /** Of one can. */
  readonly costCents: number;
}

/** To the cent, each rounded on its own for showing; nothing is computed from these. */
export interface PricedCost {
  readonly labourCents: number;
  readonly paintCents: number;
  readonly sundriesCents: number;
  readonly itemsCents: number;
}
