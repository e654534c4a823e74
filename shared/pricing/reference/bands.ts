import type { RecordOf } from "../../estimate/record.ts";
import type { MultiplierKind, Substrate } from "../book/substrate.ts";
import type { AreaBand, HeightBand, Multiplier } from "../book/work.ts";
import type { PriceBook } from "../price-book.ts";
import type { ProblemCode } from "../problem.ts";
import { decimal, Fraction, productOf } from "./fraction.ts";
import type { Problems } from "./problems.ts";
import { dimensionOf } from "./quantity.ts";

/** The bands of an area; an unknown key and an unknown height have none. */
export interface AreaBands {
  readonly height: HeightBand | null;
  readonly access: AreaBand | null;
  readonly occupancy: AreaBand | null;
}

/** A surface's own; an unknown key has none. */
export interface SurfaceBands {
  readonly condition: Multiplier | null;
  readonly "colour-change": Multiplier | null;
  readonly texture: Multiplier | null;
}

/** Those that multiply, by kind. */
export interface Bands extends AreaBands, SurfaceBands {}

/** Page, section 1, "Multipliers": the bands of an area in which something is painted. */
export function areaBandsOf(
  book: PriceBook,
  area: RecordOf<"area">,
  problems: Problems,
): AreaBands {
  const known = (list: readonly AreaBand[], key: string, code: ProblemCode): AreaBand | null => {
    const band = list.find((it) => it.key === key);
    if (band === undefined) problems.add({ code, blocking: true, areaId: area.id });
    return band ?? null;
  };
  return {
    height: heightBandOf(book, area),
    access: known(book.access, area.access, "unknown_access"),
    occupancy: known(book.occupancy, area.occupancy, "unknown_occupancy"),
  };
}

/** Page, section 1, "Choices": condition, colour change and texture, the book's first while the surface has none. */
export function surfaceBandsOf(
  book: PriceBook,
  area: RecordOf<"area">,
  surface: RecordOf<"surface">,
  problems: Problems,
): SurfaceBands {
  const ownOrFirst = (
    list: readonly Multiplier[],
    own: string,
    code: ProblemCode,
  ): Multiplier | null => {
    const band = own === "" ? list[0] : list.find((it) => it.key === own);
    if (band === undefined) {
      problems.add({ code, blocking: true, areaId: area.id, surfaceId: surface.id });
    }
    return band ?? null;
  };
  return {
    condition: ownOrFirst(book.conditions, surface.condition, "unknown_condition"),
    "colour-change": ownOrFirst(book.colourChanges, surface.colourChange, "unknown_colour_change"),
    texture: ownOrFirst(book.textures, surface.texture, "unknown_texture"),
  };
}

/** The highest band for this kind of area with `fromFeet ≤ height`. */
export function heightBandOf(book: PriceBook, area: RecordOf<"area">): HeightBand | null {
  const height = dimensionOf(area, "height");
  if (!(height instanceof Fraction)) return null;
  let highest: HeightBand | null = null;
  for (const band of book.heightBands) {
    const from = decimal(band.fromFeet.value);
    if (!band.appliesTo.includes(area.kind) || from.isAbove(height)) continue;
    if (highest === null || from.isAbove(decimal(highest.fromFeet.value))) highest = band;
  }
  return highest;
}

/**
 * The product of what multiplies labour, prep or paint, of the kinds that the substrate lists.
 *
 * @param without a kind that is left out although the substrate lists it.
 */
export const multiplied = (
  { multipliers }: Substrate,
  bands: Bands,
  what: "labour" | "prep" | "paint",
  without?: MultiplierKind,
): Fraction =>
  productOf(
    Array.from(new Set(multipliers))
      .filter((kind) => kind !== without)
      .flatMap((kind) => {
        const factor = bands[kind]?.[what];
        return factor === undefined ? [] : [decimal(factor.value)];
      }),
  );
