import { isZero } from "../exact/exact.ts";
import type { Product } from "./book/paint.ts";
import type { Substrate } from "./book/substrate.ts";
import type { Method, Primer } from "./book/work.ts";
import { type CompiledBook, type EntryName, fromBook } from "./compiled-book.ts";
import type { MeasuredSurface } from "./measured-surface.ts";
import { primedQuantity } from "./painting.ts";
import {
  FACTOR,
  GALLONS,
  markedUp,
  over,
  per,
  PERCENT,
  times,
  counted,
  timesAll,
  isOnce,
} from "./traced.ts";
import type { Trace } from "./trace.ts";

/** Gallons that cover a quantity once, and whether the texture is in them already. */
interface Covered {
  readonly gallons: Trace;
  readonly knowsTexture: boolean;
}

const productName = ({ key, label }: Product): EntryName => ({ kind: "product", key, label });

/** The product's own spread rate: on this texture if it has one, otherwise on the substrate. */
function ownSpread(product: Product, { substrate, texture }: MeasuredSurface) {
  if (product.spreads.length === 0) return undefined;
  const here = product.spreads.filter((spread) => spread.substrate === substrate.key);
  return (
    here.find((spread) => spread.texture !== undefined && spread.texture === texture) ??
    here.find((spread) => spread.texture === undefined)
  );
}

/** The substrate's units a gallon, or gallons a unit, with this product: the same figure for every surface. */
function spreadRate(book: CompiledBook, substrate: Substrate, product: Product): Trace {
  const known = book.spreads.get(substrate)?.get(product);
  if (known !== undefined) return known;
  const { key, label, unit, paint } = substrate;
  const name: EntryName = { kind: "substrate", key, label };
  const coverage = fromBook(book, "coverage", FACTOR, product.coverage, productName(product));
  const rate = paint.kind === "spread" ? per(unit, "gallon") : per("gallon", unit);
  const usual =
    paint.kind === "spread"
      ? fromBook(book, "spread-rate", rate, paint.unitsPerGallon, name)
      : fromBook(book, "gallons-per-unit", rate, paint.gallons, name);
  const combine = paint.kind === "spread" ? times : over;
  const spread = isOnce(coverage) ? usual : combine("spread-rate-product", rate, usual, coverage);
  const ofSubstrate = book.spreads.get(substrate) ?? new Map<Product, Trace>();
  book.spreads.set(substrate, ofSubstrate.set(product, spread));
  return spread;
}

/** What covers `area` units once with this product. */
function cover(
  book: CompiledBook,
  measured: MeasuredSurface,
  product: Product,
  area: Trace,
): Covered {
  const { unit } = measured.substrate;
  const own = ownSpread(product, measured);
  if (own !== undefined) {
    const rate = per(unit, "gallon");
    const spread = fromBook(book, "spread-rate", rate, own.unitsPerGallon, productName(product));
    const gallons = over("gallons-coats", GALLONS, area, spread);
    return { gallons, knowsTexture: own.texture !== undefined };
  }
  const spread = spreadRate(book, measured.substrate, product);
  const gallons =
    measured.substrate.paint.kind === "spread"
      ? over("gallons-coats", GALLONS, area, spread)
      : times("gallons-coats", GALLONS, area, spread);
  return { gallons, knowsTexture: false };
}

function withWaste(
  book: CompiledBook,
  measured: MeasuredSurface,
  method: Method,
  { gallons, knowsTexture }: Covered,
  prepPaint: Trace | null,
): Trace {
  const { key, label, waste } = method;
  const percent = fromBook(book, "waste", PERCENT, waste, { kind: "method", key, label });
  const wasted = isZero(percent.value)
    ? gallons
    : markedUp("gallons-line", GALLONS, gallons, percent);
  const { paint, texture } = measured.factors;
  const factors = texture === null || knowsTexture ? paint : [...paint, texture];
  const adjusted = timesAll("gallons-line-adjusted", GALLONS, wasted, factors);
  return prepPaint === null || isZero(prepPaint.value)
    ? adjusted
    : markedUp("gallons-line-adjusted", GALLONS, adjusted, prepPaint);
}

/**
 * The paint one surface takes: quantity × coats ÷ spread rate, waste on top, times what multiplies paint.
 *
 * @param prepPaint percent on top that its prep level asks for.
 */
export function gallonsOf(
  book: CompiledBook,
  measured: MeasuredSurface,
  coats: Trace,
  product: Product,
  method: Method,
  prepPaint: Trace | null,
): Trace {
  const { quantity, substrate } = measured;
  const area = times("coat-quantity", counted(substrate.unit), quantity, coats);
  const covered = cover(book, measured, product, area);
  return withWaste(book, measured, method, covered, prepPaint);
}

/** The primer one surface takes: one coat on the primed part. */
export function primerGallonsOf(
  book: CompiledBook,
  measured: MeasuredSurface,
  primer: Primer,
  product: Product,
  method: Method,
): Trace {
  const covered = cover(book, measured, product, primedQuantity(book, measured, primer));
  return withWaste(book, measured, method, covered, null);
}
