import fc from "fast-check";
import type { Estimate } from "../../estimate/estimate.ts";
import type { PriceBook } from "../price-book.ts";
import { type Choices, estimateOf, readDraft } from "./draft-estimate.ts";
import { printLength } from "../../units/length.ts";
import { arbitraryPriceBook } from "./arbitrary-price-book.ts";
import { roundCents } from "./arbitrary-numbers.ts";
import { pick, pickOrStray } from "./picks.ts";

const anyMeasure = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...Array.from("0123456789 '\"-+./,½m")), maxLength: 40 }),
);
/** Also those at which height bands begin. */
const goodHeight = (maxFeet: number) =>
  fc.oneof(
    { arbitrary: goodLength(maxFeet), weight: 2 },
    { arbitrary: fc.constantFrom("7", "8", "9'", "10", "11'", "12", "13"), weight: 1 },
  );
const goodLength = (maxFeet: number) =>
  fc.integer({ min: 4 * 192, max: maxFeet * 192 }).map(printLength);
const orNonsense = (good: fc.Arbitrary<string>) =>
  fc.oneof({ arbitrary: good, weight: 8 }, { arbitrary: anyMeasure, weight: 1 });
const orNull = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: fc.constant(null), weight: 4 }, { arbitrary, weight: 1 });
/** A choice of a surface's own, mostly left to the option or to the book's first. */
const own = <P>(arbitrary: fc.Arbitrary<P>) =>
  fc.oneof({ arbitrary: fc.constant(""), weight: 4 }, { arbitrary, weight: 1 });

const goodQuantity = fc.oneof(
  fc.integer({ min: 1, max: 2000 }).map(String),
  fc.integer({ min: 1, max: 99_999 }).map((hundredths) => String(hundredths / 100)),
  // Where steps of the price book begin.
  fc.constantFrom("50", "100", "150", "200", "250", "300", "400", "500"),
);
const state = ["OR", "or", "Oregon", " oregon", "NY", "new york", "Maryland", "CA", "TX"] as const;

const plausible: Choices = {
  key: pick,
  ownKey: own(pick),
  span: goodLength(60),
  height: goodHeight(24),
  openings: fc.integer({ min: 0, max: 3 }),
  quantity: orNull(goodQuantity),
  prepHours: orNull(fc.constantFrom("2", "1.5", "0.25", "1,5")),
  taskPercent: fc.integer({ min: 0, max: 100 }),
  itemQuantity: fc.constantFrom("1", "2", "1.5", "0.25", "3"),
  painters: fc.constantFrom("1", "2", "3", "2.5"),
  margin: orNull(fc.constantFrom("25", "33.3", "0", "60")),
  amount: fc.oneof(
    { arbitrary: fc.integer({ min: 0, max: 500_00 }), weight: 4 },
    { arbitrary: roundCents, weight: 1 },
  ),
  state: fc.constantFrom(...state),
  group: fc.constantFrom("", "", "", "porch"),
  surfaceCount: 3,
  sheensFit: true,
};

/** Plausible but for credits: what is handed back or was priced too high. */
const withCredits: Choices = {
  ...plausible,
  amount: fc.integer({ min: -400_00, max: 500_00 }),
  group: fc.constantFrom("", "", "porch", "Porch"),
};

const nonsense: Choices = {
  key: pickOrStray,
  ownKey: own(pickOrStray),
  span: orNonsense(
    fc.oneof({ arbitrary: goodLength(120), weight: 30 }, fc.constantFrom("1000", "1000'1", "4000")),
  ),
  height: orNonsense(goodHeight(30)),
  openings: fc.oneof(
    { arbitrary: fc.integer({ min: 0, max: 3 }), weight: 8 },
    { arbitrary: fc.integer({ min: 0, max: 99 }), weight: 1 },
  ),
  quantity: orNull(
    fc.oneof(
      fc.nat({ max: 2_000_000 }).map(String),
      fc.constantFrom("1000000", "1000000.01", "0", " "),
      goodQuantity,
      anyMeasure,
    ),
  ),
  prepHours: orNull(orNonsense(goodQuantity)),
  taskPercent: fc.oneof(
    { arbitrary: fc.integer({ min: 0, max: 100 }), weight: 6 },
    { arbitrary: fc.integer({ min: 0, max: 999 }), weight: 1 },
  ),
  itemQuantity: orNonsense(fc.nat({ max: 50 }).map(String)),
  painters: orNonsense(fc.nat({ max: 9 }).map(String)),
  margin: orNull(
    orNonsense(fc.oneof(fc.nat({ max: 110 }).map(String), fc.constantFrom("100", "99.9"))),
  ),
  amount: fc.oneof(
    { arbitrary: fc.integer({ min: -100_00, max: 5000_00 }), weight: 8 },
    { arbitrary: fc.integer({ min: -100_000_000_000, max: 100_000_000_000 }), weight: 1 },
  ),
  state: fc.oneof(fc.constantFrom(...state, "", "ZZ", "Cascadia"), fc.string({ maxLength: 12 })),
  group: fc.oneof(fc.constant(""), fc.constantFrom("porch", "Porch", " porch")),
  surfaceCount: 4,
  sheensFit: false,
};

/** Many rooms of an ordinary kind. */
const large: Choices = { ...plausible, surfaceCount: 9 };

/**
 * Estimates of everything the entity schemas let through: half-typed and nonsense measures, keys the price
 * book does not know, absurd amounts. Ids are distinct.
 */
export const arbitraryEstimate = (book: PriceBook): fc.Arbitrary<Estimate> =>
  estimateOf(nonsense).map((draft) => readDraft(draft, book));

/** Estimates as painters make them: everything readable and known, nothing negative. */
export const plausibleEstimate = (book: PriceBook): fc.Arbitrary<Estimate> =>
  estimateOf(plausible).map((draft) => readDraft(draft, book));

export interface EstimateWithBook {
  readonly estimate: Estimate;
  readonly book: PriceBook;
}

/** A random price book and an estimate made with it, of every kind. Shrinks in both at once. */
export const estimateWithBook: fc.Arbitrary<EstimateWithBook> = fc
  .tuple(
    arbitraryPriceBook,
    fc.oneof(
      { arbitrary: estimateOf(plausible), weight: 11 },
      { arbitrary: estimateOf(withCredits), weight: 5 },
      { arbitrary: estimateOf(nonsense), weight: 6 },
      { arbitrary: estimateOf(large), weight: 1 },
    ),
  )
  .map(([book, draft]) => ({ book, estimate: readDraft(draft, book) }));
