import type { AreaWithSurfaces } from "../estimate/estimate.ts";
import { add, divide, type Exact, exact, isZero, sign, ZERO } from "../exact/exact.ts";
import type { QuantityUnit } from "./book/substrate.ts";
import type { CompiledBook } from "./compiled-book.ts";
import { readDimensions } from "./dimensions.ts";
import type { PricedRead } from "./option-items.ts";
import type { OptionSurface } from "./option-surfaces.ts";
import type { Implied, ImpliedByOption } from "./priced-estimate.ts";
import { quantityIn } from "./quantities.ts";

const over = (one: Exact, other: Exact): Exact | null =>
  sign(other) > 0 ? divide(one, other) : null;

/** A surface's line in terms of an hour and of a unit. */
export function impliedBySurface({ measured, labour }: OptionSurface, cents: number): Implied {
  const quantity = measured.quantity.value;
  const hours = labour.hours.value;
  return {
    hours,
    unitsPerHour: over(quantity, hours),
    centsPerUnit: over(exact(cents), quantity),
    unit: measured.substrate.unit,
  };
}

/** Square feet of everything in an area that is counted in them, painted or not. */
export function squareFeetOf(book: CompiledBook, { area, surfaces }: AreaWithSurfaces): Exact {
  const dimensions = readDimensions(area);
  return surfaces.reduce((sqft, surface) => {
    const substrate = book.substrates.get(surface.substrate);
    if (substrate?.unit !== "sqft") return sqft;
    const result = quantityIn(book, area, dimensions, substrate, surface);
    return result.ok ? add(sqft, result.quantity.value) : sqft;
  }, ZERO);
}

/** What an item is measured in, and how much of it: its area's square feet, or its own pieces. */
function extentOf(
  { read }: PricedRead,
  areaSqft: Exact | null,
): { readonly unit: QuantityUnit; readonly amount: Exact } | null {
  if (areaSqft !== null && sign(areaSqft) > 0) return { unit: "sqft", amount: areaSqft };
  if (read.how === "crew-days") return null;
  const unit = read.how === "add-on" ? read.addOn.unit : "each";
  return { unit, amount: read.quantity.value };
}

/**
 * An item's line in terms of an hour and of a unit.
 *
 * @param hourCharge cents that an hour is charged at: what its price would buy.
 * @param areaSqft of the area it covers; null when it names none.
 */
export function impliedByItem(
  item: PricedRead,
  hourCharge: Exact,
  areaSqft: Exact | null,
): Implied {
  const price = exact(item.cents);
  const bought = sign(price) > 0 ? over(price, hourCharge) : null;
  const hours = item.hours?.value ?? bought;
  const extent = extentOf(item, areaSqft);
  if (extent === null) return { hours, unitsPerHour: null, centsPerUnit: null, unit: null };
  const { unit, amount } = extent;
  return {
    hours,
    unitsPerHour: hours === null ? null : over(amount, hours),
    centsPerUnit: over(price, amount),
    unit,
  };
}

/** The whole option: painted square feet, and what they, and a day of the crew, come to. */
export function impliedByOption(
  surfaces: readonly OptionSurface[],
  sqft: Exact,
  hours: Exact,
  netCents: number,
  crewDays: number,
): ImpliedByOption {
  const net = exact(netCents);
  return {
    sqft,
    centsPerSqft: over(net, sqft),
    sqftPerHour: isZero(sqft) || surfaces.length === 0 ? null : over(sqft, hours),
    centsPerCrewDay: over(net, exact(crewDays)),
  };
}
