import type { Product } from "../book/paint.ts";
import type { PriceBook } from "../price-book.ts";
import { multiplied } from "./bands.ts";
import type { Choices } from "./choices.ts";
import { decimal, type Fraction, ONE, percent, whole, ZERO } from "./fraction.ts";
import type { MeasuredSurface } from "./measured.ts";
import { paintFactorOfPrep } from "./prep.ts";

export interface Gallons {
  readonly finish: Fraction;
  readonly primer: Fraction;
}

/** Page, section 1, "Paint". */
export function gallonsOf(book: PriceBook, measured: MeasuredSurface, choices: Choices): Gallons {
  const { quantity } = measured;
  const withWaste = ONE.plus(percent(decimal(choices.method.waste.value)));
  const finish = perCoat(measured, quantity, choices.product)
    .times(whole(choices.coats))
    .times(withWaste)
    .times(paintFactorOfPrep(book, measured, choices));
  if (choices.primer === null) return { finish, primer: ZERO };
  const primed = quantity.times(percent(decimal(choices.primer.percent.value)));
  const primer = perCoat(measured, primed, productOfPrimer(book, choices.primer.product));
  return { finish, primer: primer.times(withWaste) };
}

export function productOfPrimer(book: PriceBook, key: string): Product {
  const product = book.products.find((it) => it.key === key);
  if (product === undefined) throw new Error(`the book's primer names no product: ${key}`);
  return product;
}

/** `quantity ÷ spread × G`: what one coat of a product takes. */
function perCoat(measured: MeasuredSurface, quantity: Fraction, product: Product): Fraction {
  const { substrate, bands } = measured;
  const own = product.spreads.filter((spread) => spread.substrate === substrate.key);
  const onTexture = own.find(
    ({ texture }) => texture !== undefined && texture === bands.texture?.key,
  );
  const onAny = own.find(({ texture }) => texture === undefined);
  const paintFactor = multiplied(substrate, bands, "paint");
  if (onTexture !== undefined) {
    return quantity
      .over(decimal(onTexture.unitsPerGallon.value))
      .times(multiplied(substrate, bands, "paint", "texture"));
  }
  if (onAny !== undefined) {
    return quantity.over(decimal(onAny.unitsPerGallon.value)).times(paintFactor);
  }
  const coverage = decimal(product.coverage.value);
  if (substrate.paint.kind === "spread") {
    const spread = decimal(substrate.paint.unitsPerGallon.value).times(coverage);
    return quantity.over(spread).times(paintFactor);
  }
  return quantity.times(decimal(substrate.paint.gallons.value)).over(coverage).times(paintFactor);
}
