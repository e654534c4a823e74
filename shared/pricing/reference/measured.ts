import type { Estimate } from "../../estimate/estimate.ts";
import type { RecordOf } from "../../estimate/record.ts";
import type { Substrate } from "../book/substrate.ts";
import type { PriceBook } from "../price-book.ts";
import { type Bands, bandsOf } from "./bands.ts";
import { Fraction, sumOf } from "./fraction.ts";
import type { FoundProblem, Problems } from "./problems.ts";
import { addDoubts, dimensionOf, quantityOf } from "./quantity.ts";

/** A painted surface with its quantity: all that the options have in common. */
export interface MeasuredSurface {
  readonly area: RecordOf<"area">;
  readonly surface: RecordOf<"surface">;
  readonly substrate: Substrate;
  readonly quantity: Fraction;
  readonly bands: Bands;
}

/** Page, section 1, up to "Quantity", with the problems of section 8 that concern all options. */
export function measuredSurfaces(
  estimate: Estimate,
  book: PriceBook,
  problems: Problems,
): readonly MeasuredSurface[] {
  return estimate.areas.flatMap(({ area, surfaces }) => {
    const painted = surfaces.filter((surface) => surface.painted);
    if (painted.length > 0) addDoubts(area, problems);
    return painted.flatMap((surface) => {
      const measured = measure(book, area, surface, problems);
      return measured === null ? [] : [measured];
    });
  });
}

function measure(
  book: PriceBook,
  area: RecordOf<"area">,
  surface: RecordOf<"surface">,
  problems: Problems,
): MeasuredSurface | null {
  const leftOut = (code: FoundProblem["code"]): null => {
    problems.add({ code, blocking: true, areaId: area.id, surfaceId: surface.id });
    return null;
  };
  const substrate = book.substrates.find(({ key }) => key === surface.substrate);
  if (substrate === undefined) return leftOut("unknown_substrate");
  if (!substrate.appliesTo.includes(area.kind)) return leftOut("substrate_not_here");
  const quantity = quantityOf(book, area, surface, substrate, problems);
  if (quantity === null) return null;
  const bands = bandsOf(book, area, surface, problems);
  const height = dimensionOf(area, "height");
  if (substrate.multipliers.includes("height") && !(height instanceof Fraction)) {
    problems.add({ code: height, blocking: false, areaId: area.id, dimension: "height" });
  }
  return { area, surface, substrate, quantity, bands };
}

/** "That of all measured painted surfaces of its substrate on the estimate." */
export const quantityOnTheJob = (all: readonly MeasuredSurface[], { key }: Substrate): Fraction =>
  sumOf(all.filter(({ substrate }) => substrate.key === key).map(({ quantity }) => quantity));
