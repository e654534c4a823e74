/**
 * What the reference returns: plain data to hold against the engine's, with nothing in it that only explains.
 * Cents are whole numbers as text, exact figures fractions in lowest terms: `15/2`.
 */
export interface ReferencePrice {
  readonly options: readonly ReferenceOption[];
  /** `problemText`, sorted. */
  readonly problems: readonly string[];
}

export interface ReferenceOption {
  readonly key: string;
  readonly warrantyYears: number;
  readonly acceptable: boolean;
  readonly total: string;
  readonly lines: readonly ReferenceLine[];
  readonly offers: readonly ReferenceLine[];
  readonly money: ReferenceMoney;
  readonly hours: {
    readonly exact: string;
    readonly charged: string;
    readonly crewDays: string;
  };
  /** Sorted by `key`. */
  readonly paint: readonly ReferencePaint[];
  readonly cost: ReferenceCost;
  readonly implied: {
    readonly sqft: string;
    readonly centsPerSqft: string | null;
    readonly sqftPerHour: string | null;
    readonly centsPerCrewDay: string | null;
  };
}

export interface ReferenceLine {
  readonly kind: string;
  /** A surface's or item's id; an adjustment's label in English, empty for the kinds there is one of. */
  readonly id: string;
  readonly cents: string;
  /** Of a surface. */
  readonly surface: ReferenceSurface | null;
  /** Of an item. */
  readonly item: ReferenceItem | null;
}

export interface ReferenceItem {
  /** Of a crew's days; of all else `0/1`. */
  readonly hours: string;
  /** Those, or the hours that its price would buy at the book's charge for an hour. */
  readonly impliedHours: string | null;
}

export interface ReferenceSurface {
  readonly quantity: string;
  readonly coats: number;
  readonly hours: string;
  readonly gallons: string;
  /** Units finished in an hour, and cents for a unit. */
  readonly unitsPerHour: string | null;
  readonly centsPerUnit: string | null;
}

export interface ReferenceMoney {
  readonly net: string;
  readonly list: string;
  readonly discounts: readonly Named[];
  readonly subtotal: string;
  /** A tax of nothing is no tax. */
  readonly tax: string | null;
  readonly payments: readonly (Named & { readonly cappedBy: string | null })[];
  readonly financing: readonly Named[];
}

export interface Named {
  readonly key: string;
  readonly cents: string;
}

export interface ReferencePaint {
  /** Product, sheen, colour and scope. */
  readonly key: string;
  readonly gallons: string;
  /** By size, largest first: `2 × gallon`. */
  readonly cans: readonly string[];
  readonly bought: string;
  readonly cost: string;
}

export interface ReferenceCost {
  readonly labour: string;
  readonly paint: string;
  readonly sundries: string;
  readonly charges: string;
  readonly items: string;
  readonly total: string;
  readonly marginPercent: string | null;
  readonly markupPercent: string | null;
}
