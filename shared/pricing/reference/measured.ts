import type { Estimate } from "../../estimate/estimate.ts";
import type { RecordOf } from "../../estimate/record.ts";
import type { Substrate } from "../book/substrate.ts";
import type { PriceBook } from "../price-book.ts";
import { type AreaBands, areaBandsOf, type Bands, surfaceBandsOf } from "./bands.ts";
import { Fraction, sumOf } from "./fraction.ts";
import type { ProblemCode } from "../problem.ts";
import type { Problems } from "./problems.ts";
import { addDoubts, dimensionOf, quantityOf, typedQuantity } from "./quantity.ts";

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
    if (painted.length === 0) return [];
    addDoubts(area, problems);
    const areaBands = areaBandsOf(book, area, problems);
    return painted.flatMap((surface) => {
      const measured = measure(book, area, surface, areaBands, problems);
      return measured === null ? [] : [measured];
    });
  });
}

function measure(
  book: PriceBook,
  area: RecordOf<"area">,
  surface: RecordOf<"surface">,
  areaBands: AreaBands,
  problems: Problems,
): MeasuredSurface | null {
  const problem = (code: ProblemCode): void =>
    problems.add({ code, blocking: true, areaId: area.id, surfaceId: surface.id });
  const substrate = book.substrates.find(({ key }) => key === surface.substrate);
  if (substrate === undefined) {
    problem("unknown_substrate");
    return null;
  }
  // It can be priced all the same.
  if (!substrate.appliesTo.includes(area.kind)) problem("substrate_not_here");
  const quantity = quantityOf(book, area, surface, substrate, problems);
  if (quantity === null) return null;
  addHeightProblem(book, area, surface, substrate, problems);
  const bands = { ...areaBands, ...surfaceBandsOf(book, area, surface, problems) };
  return { area, surface, substrate, quantity, bands };
}

/** A height that is not known leaves the surface without its band: it blocks, unless all of it was typed. */
function addHeightProblem(
  book: PriceBook,
  area: RecordOf<"area">,
  surface: RecordOf<"surface">,
  substrate: Substrate,
  problems: Problems,
): void {
  const height = dimensionOf(area, "height");
  if (height instanceof Fraction || height === "no width") return;
  const decides =
    substrate.multipliers.includes("height") &&
    book.heightBands.some((band) => band.appliesTo.includes(area.kind));
  if (!decides) return;
  const isTyped = typedQuantity(surface.quantity).is !== "nothing";
  const blocking = !(isTyped && height === "dimension_missing");
  problems.add({ code: height, blocking, areaId: area.id, dimension: "height" });
}

/** "That of all measured painted surfaces of its substrate on the estimate." */
export const quantityOnTheJob = (all: readonly MeasuredSurface[], { key }: Substrate): Fraction =>
  sumOf(all.filter(({ substrate }) => substrate.key === key).map(({ quantity }) => quantity));
