import type { RecordOf } from "../../estimate/record.ts";
import type { MultiplierKind, Substrate } from "../book/substrate.ts";
import type { AreaBand, HeightBand, Multiplier } from "../book/work.ts";
import type { PriceBook } from "../price-book.ts";
import type { ProblemCode } from "../problem.ts";
import { decimal, Fraction, productOf } from "./fraction.ts";
import type { Problems } from "./problems.ts";
import { dimensionOf } from "./quantity.ts";

/** Those of a surface and its area that multiply, by kind; an unknown key and an unknown height have none. */
export interface Bands {
  readonly height: HeightBand | null;
  readonly access: AreaBand | null;
  readonly occupancy: AreaBand | null;
  readonly condition: Multiplier | null;
  readonly "colour-change": Multiplier | null;
  readonly texture: Multiplier | null;
}

/** Page, section 1, "Choices": condition, colour change, texture; and "Multipliers": the bands of the area. */
export function bandsOf(
  book: PriceBook,
  area: RecordOf<"area">,
  surface: RecordOf<"surface">,
  problems: Problems,
): Bands {
  const known = <B extends Multiplier>(
    list: readonly B[],
    key: string,
    code: ProblemCode,
    about: { readonly areaId: string; readonly surfaceId?: string },
  ): B | null => {
    const band = list.find((it) => it.key === key);
    if (band === undefined) problems.add({ code, blocking: true, ...about });
    return band ?? null;
  };
  const ofArea = { areaId: area.id };
  const ofSurface = { areaId: area.id, surfaceId: surface.id };
  const orFirst = (own: string, list: readonly Multiplier[]) =>
    own === "" ? (list[0]?.key ?? "") : own;
  return {
    height: heightBandOf(book, area),
    access: known(book.access, area.access, "unknown_access", ofArea),
    occupancy: known(book.occupancy, area.occupancy, "unknown_occupancy", ofArea),
    condition: known(
      book.conditions,
      orFirst(surface.condition, book.conditions),
      "unknown_condition",
      ofSurface,
    ),
    "colour-change": known(
      book.colourChanges,
      orFirst(surface.colourChange, book.colourChanges),
      "unknown_colour_change",
      ofSurface,
    ),
    texture: known(
      book.textures,
      orFirst(surface.texture, book.textures),
      "unknown_texture",
      ofSurface,
    ),
  };
}

/** The highest band for this kind of area with `fromFeet ≤ height`. */
function heightBandOf(book: PriceBook, area: RecordOf<"area">): HeightBand | null {
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
