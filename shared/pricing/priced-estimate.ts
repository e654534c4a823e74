import type { Exact } from "../exact/exact.ts";
import type { Localised } from "./book/numbers.ts";
import type { QuantityUnit } from "./book/substrate.ts";
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
  /** What the customer pays: `subtotalCents` and the sales tax. */
  readonly totalCents: number;
  /** No blocking problem: a customer may be asked to accept `totalCents`. */
  readonly acceptable: boolean;
  /** In the painter's order: surfaces area by area, items, then adjustments. They add up to `netCents`. */
  readonly lines: readonly PricedLine[];
  /** Optional items that are not ticked: priced, and in no sum. */
  readonly offers: readonly PricedItem[];
  readonly money: PricedMoney;
  readonly hours: PricedHours;
  readonly paint: readonly PaintNeed[];
  /** What the job costs the firm, for the margin bar; never shown to a customer. */
  readonly cost: PricedCost;
  readonly implied: ImpliedByOption;
  /** Of `totalCents`. */
  readonly trace: Trace;
}

/** From the lines to what the customer pays. Each figure is rounded where it stands. */
export interface PricedMoney {
  /** Exactly the sum of `lines[].cents`. */
  readonly netCents: number;
  /** Equal to `netCents` where the book has no list discount. */
  readonly listCents: number;
  /** Those that are given, in the book's order; `cents` is what is taken off, zero or more. */
  readonly discounts: readonly PricedDiscount[];
  /** List less discounts. */
  readonly subtotalCents: number;
  /** Null where no rule asks for tax. */
  readonly tax: { readonly cents: number; readonly trace: Trace } | null;
  /** Deposit, draws and the rest: add up to the total. Empty when the total is no offer. */
  readonly payments: readonly PricedPayment[];
  /** The plans of the book that the total is large enough for. */
  readonly financing: readonly MonthlyPayment[];
  readonly listTrace: Trace;
  readonly subtotalTrace: Trace;
}

export interface PricedDiscount {
  readonly key: string;
  readonly label: Localised;
  readonly until: string | null;
  readonly cents: number;
  readonly trace: Trace;
}

export interface PricedPayment {
  /** `deposit`, a draw's key, or `final`. */
  readonly key: string;
  readonly label: Localised;
  readonly cents: number;
  /** The state whose law made the deposit smaller, or null. */
  readonly cappedBy: string | null;
  readonly trace: Trace;
}

export interface MonthlyPayment {
  readonly key: string;
  readonly label: Localised;
  readonly months: number;
  readonly cents: number;
  readonly trace: Trace;
}

export type PricedLine = PricedSurface | PricedItem | PricedAdjustment;

interface LineBase {
  /** The surface's or item's id; of an adjustment its kind and key. Unique in an option. */
  readonly id: string;
  readonly cents: number;
  readonly trace: Trace;
}

/** A painted surface. */
export interface PricedSurface extends LineBase {
  readonly kind: "surface";
  readonly areaId: string;
  readonly areaName: string;
  readonly scope: string;
  readonly substrate: Localised;
  readonly quantity: Exact;
  readonly unit: QuantityUnit;
  readonly coats: number;
  readonly product: Localised;
  readonly sheen: Localised;
  readonly prep: PricedPrep;
  /** Null: none. */
  readonly primer: Localised | null;
  readonly method: Localised;
  readonly colour: PaintColour;
  readonly hours: Exact;
  readonly gallons: Exact;
  readonly implied: Implied;
}

/** How a surface is prepared: a level of the book, tasks in percent, or hours as typed. */
export type PricedPrep =
  | { readonly kind: "level"; readonly label: Localised }
  | {
      readonly kind: "tasks";
      readonly tasks: readonly { readonly label: Localised; readonly percent: number }[];
    }
  | { readonly kind: "hours"; readonly hours: Exact };

export interface PricedItem extends LineBase {
  readonly kind: "item";
  readonly how: "cost" | "price" | "crew-days" | "add-on";
  readonly label: string | Localised;
  /** Pieces, or days of a crew. */
  readonly quantity: Exact;
  readonly unit: QuantityUnit | "day";
  /** The area it covers, or null. */
  readonly areaId: string | null;
  readonly optional: boolean;
  readonly group: string;
  /** Of a crew's days; zero for all else. */
  readonly hours: Exact;
  readonly implied: Implied;
}

export interface PricedAdjustment extends LineBase {
  readonly kind:
    | "set-up"
    | "lead-safe"
    | "trip"
    | "charge"
    | "sundries"
    | "minimum-scope"
    | "minimum";
  /** The band's, rule's or scope's own words; null for the kinds there is one of. */
  readonly label: Localised | null;
}

/**
 * A line in the terms of the other two ways to estimate, because painters distrust a number they cannot feel.
 * Null where it does not apply.
 */
export interface Implied {
  /** Painter-hours that its price would buy at the book's charge for an hour, or that it takes. */
  readonly hours: Exact | null;
  /** Units of `unit` a painter would finish in an hour. */
  readonly unitsPerHour: Exact | null;
  /** Cents for a unit. */
  readonly centsPerUnit: Exact | null;
  readonly unit: QuantityUnit | null;
}

/** The whole option at a glance. */
export interface ImpliedByOption {
  /** Painted square feet (substrates counted in square feet). */
  readonly sqft: Exact;
  /** Net price ÷ painted square feet. */
  readonly centsPerSqft: Exact | null;
  /** Painted square feet ÷ hours. */
  readonly sqftPerHour: Exact | null;
  /** Net price ÷ days of the crew. */
  readonly centsPerCrewDay: Exact | null;
}

export interface PricedHours {
  /** Painting, prep, lead-safe work, crews' days and set-up, to the last fraction. */
  readonly exact: Exact;
  /** As the price book rounds them: what is charged and shown. */
  readonly charged: Exact;
  /** Whole days on the job: of the price book's crew for what is measured, and as typed for crews' days. */
  readonly crewDays: number;
  readonly trace: Trace;
}

/** Paint of one product, colour and sheen, pooled and only then rounded up to cans. */
export interface PaintNeed {
  /** Stable within an option: product, sheen, colour, and scope where the book pools by scope. */
  readonly key: string;
  readonly product: Localised;
  readonly sheen: Localised;
  readonly colour: PaintColour;
  /** Where the book pools by scope. */
  readonly scope: Localised | null;
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
  | { readonly kind: "slot"; readonly slot: string; readonly label: Localised }
  /** Under the finish: its colour does not matter. */
  | { readonly kind: "primer" };

export interface CansToBuy {
  readonly size: string;
  readonly label: Localised;
  readonly count: number;
  /** Of one can, without the product's uplift. */
  readonly costCents: number;
}

/** To the cent, each rounded on its own for showing; nothing is computed from these. */
export interface PricedCost {
  readonly labourCents: number;
  readonly paintCents: number;
  readonly sundriesCents: number;
  /** Trips, and what height and access charge. */
  readonly chargesCents: number;
  readonly itemsCents: number;
  /** All of it, rounded once. */
  readonly totalCents: number;
  /** (Subtotal - cost) in percent of the subtotal; null when there is no subtotal. */
  readonly marginPercent: Exact | null;
  /** (Subtotal - cost) in percent of the cost; null when nothing is spent. */
  readonly markupPercent: Exact | null;
}
