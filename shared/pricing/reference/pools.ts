import type { RecordOf } from "../../estimate/record.ts";
import type { Product } from "../book/paint.ts";
import type { PriceBook } from "../price-book.ts";
import { cheapestCans, type Mix } from "./cans.ts";
import { decimal, type Fraction, ONE, percent, sumOf, whole, ZERO } from "./fraction.ts";
import { productOfPrimer } from "./gallons.ts";
import type { OptionSurface } from "./option-surface.ts";

/** Part of a pool: what one surface takes of it. */
interface Use {
  readonly surfaceId: string;
  readonly gallons: Fraction;
}

/** Paint of one product, sheen and colour, and of one scope where the book pools by scope. */
export interface Pool {
  readonly product: Product;
  readonly sheen: string;
  readonly colour: string;
  readonly scope: string | null;
  readonly uses: readonly Use[];
  readonly gallons: Fraction;
  readonly mix: Mix;
  /** In cents, with the uplift. */
  readonly cost: Fraction;
  /** Its sundries of kind percent-of-paint. */
  readonly sundries: Fraction;
}

const OUNCES_PER_GALLON = whole(128);

interface Need extends Use {
  readonly product: Product;
  readonly sheen: string;
  readonly colour: string;
  readonly scope: string | null;
}

/** Page, section 2. */
export function poolsOf(
  book: PriceBook,
  estimate: RecordOf<"estimate">,
  surfaces: readonly OptionSurface[],
): readonly Pool[] {
  const needs = surfaces.flatMap((surface) => needsOf(book, surface));
  const byKey = Map.groupBy(needs, ({ product, sheen, colour, scope }) =>
    JSON.stringify([product.key, sheen, colour, scope]),
  );
  const percentOfPaint = sumOf(
    book.sundries.map((rule) =>
      rule.kind === "percent-of-paint" && countsHere(rule, estimate)
        ? decimal(rule.percent.value)
        : ZERO,
    ),
  );
  return Array.from(byKey.values(), (uses) => {
    const [first] = uses;
    if (first === undefined) throw new Error("a pool has a use");
    const { product, sheen, colour, scope } = first;
    const gallons = sumOf(uses.map((use) => use.gallons));
    const mix = cheapestCans(product.cans, gallons.times(OUNCES_PER_GALLON).up());
    const cost = whole(mix.cents).times(ONE.plus(percent(decimal(product.uplift.value))));
    const sundries = cost.times(percent(percentOfPaint));
    return { product, sheen, colour, scope, uses, gallons, mix, cost, sundries };
  });
}

/** "Sundries `onlyIf: lead-safe` count on lead-safe jobs only." */
export const countsHere = (
  rule: { readonly onlyIf?: "lead-safe" | undefined },
  estimate: RecordOf<"estimate">,
): boolean => rule.onlyIf === undefined || estimate.leadSafe === true;

function needsOf(book: PriceBook, { measured, choices, gallons }: OptionSurface): readonly Need[] {
  const { surface, substrate } = measured;
  const scope = book.paintPooling === "scope" ? substrate.scope : null;
  const finish = {
    surfaceId: surface.id,
    product: choices.product,
    sheen: choices.sheen,
    colour: colourOf(surface.colour, substrate.colourSlot),
    scope,
    gallons: gallons.finish,
  };
  if (choices.primer === null) return [finish];
  const primer = {
    surfaceId: surface.id,
    product: productOfPrimer(book, choices.primer.product),
    sheen: choices.primer.sheen,
    colour: "primer",
    scope,
    gallons: gallons.primer,
  };
  return [finish, primer];
}

/** "The one typed, whatever its capitals and spaces, or the substrate's colour slot while none is typed." */
export function colourOf(typed: string, slot: string): string {
  const plain = typed.replace(/\s+/g, " ").trim().toLowerCase();
  return plain === "" ? `slot ${slot}` : `named ${plain}`;
}
