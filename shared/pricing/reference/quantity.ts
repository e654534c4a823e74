import type { RecordOf } from "../../estimate/record.ts";
import { denominator, numerator } from "../../exact/exact.ts";
import { parseQuantity } from "../../units/decimal.ts";
import { lengthDoubt, parseLength, TICKS_PER_FOOT } from "../../units/length.ts";
import type { Substrate } from "../book/substrate.ts";
import type { PriceBook } from "../price-book.ts";
import type { Dimension, ProblemCode } from "../problem.ts";
import { decimal, Fraction, sumOf, whole } from "./fraction.ts";
import type { Problems } from "./problems.ts";

type Area = RecordOf<"area">;
type Surface = RecordOf<"surface">;

const LARGEST = whole(1_000_000);

type DimensionFault = "dimension_missing" | "dimension_not_a_length" | "dimension_too_long";

export type Typed =
  | { readonly is: "a-number"; readonly value: Fraction }
  | { readonly is: "nothing" | "no-number" | "too-large" };

/** A quantity as typed; an empty text is nothing typed. */
export function typedQuantity(typed: string | null): Typed {
  const parsed = parseQuantity(typed ?? "");
  if (!parsed.ok) return { is: parsed.error.code === "empty" ? "nothing" : "no-number" };
  const value = new Fraction(numerator(parsed.value), denominator(parsed.value));
  return value.isAbove(LARGEST) ? { is: "too-large" } : { is: "a-number", value };
}

/** A dimension in feet, or why it is not known: a side of a house has no width. */
export function dimensionOf(
  area: Area,
  dimension: Dimension,
): Fraction | "no width" | DimensionFault {
  if (dimension === "width" && area.kind === "side") return "no width";
  const parsed = parseLength(area[dimension]);
  if (parsed.ok) return new Fraction(BigInt(parsed.ticks), BigInt(TICKS_PER_FOOT));
  switch (parsed.error.code) {
    case "empty":
      return "dimension_missing";
    case "too_long":
      return "dimension_too_long";
    case "not_a_length":
    case "too_many_inches":
      return "dimension_not_a_length";
  }
}

export function addDoubts(area: Area, problems: Problems): void {
  for (const dimension of ["length", "width", "height"] as const) {
    const parsed = parseLength(area[dimension]);
    if (!parsed.ok || (dimension === "width" && area.kind === "side")) continue;
    const doubt = lengthDoubt(parsed.ticks, dimension === "height" ? "height" : "span");
    if (doubt === null) continue;
    const code = doubt === "very_high" ? "height_suspicious" : "dimension_suspicious";
    problems.add({ code, blocking: false, areaId: area.id, dimension });
  }
}

/**
 * Page, section 1, "Quantity".
 *
 * @returns null for a surface that is left out: its problem, if it is one, has been added.
 */
export function quantityOf(
  book: PriceBook,
  area: Area,
  surface: Surface,
  substrate: Substrate,
  problems: Problems,
): Fraction | null {
  const leftOut = (code: ProblemCode): null => {
    problems.add({ code, blocking: true, areaId: area.id, surfaceId: surface.id });
    return null;
  };
  const typed = typedQuantity(surface.quantity);
  if (typed.is === "no-number") return leftOut("quantity_not_a_number");
  if (typed.is === "too-large") return leftOut("quantity_too_large");
  const quantity =
    typed.is === "a-number" ? typed.value : quantityByRule(book, area, substrate, problems);
  if (quantity === null) return null;
  if (quantity === "quantity_missing") return leftOut(quantity);
  if (quantity.isNegative()) return leftOut("openings_exceed_wall");
  if (quantity.isAbove(LARGEST)) return leftOut("quantity_too_large");
  if (!quantity.isZero()) return quantity;
  const { kind } = substrate.quantity;
  return kind === "doors" || kind === "windows" ? null : leftOut("priced_zero");
}

function quantityByRule(
  book: PriceBook,
  area: Area,
  { quantity: rule }: Substrate,
  problems: Problems,
): Fraction | "quantity_missing" | null {
  /** The rule's figure from these dimensions; null when one is not known, of which the first is a problem. */
  const from = (
    names: readonly Dimension[],
    figure: (length: Fraction, second: Fraction, third: Fraction) => Fraction,
  ): Fraction | null => {
    const known: Fraction[] = [];
    for (const dimension of names) {
      const feet = dimensionOf(area, dimension);
      if (feet instanceof Fraction) known.push(feet);
      else if (feet !== "no width") {
        problems.add({ code: feet, blocking: true, areaId: area.id, dimension });
        return null;
      }
    }
    if (known.length < names.length) {
      problems.add({ code: "dimension_missing", blocking: true, areaId: area.id });
      return null;
    }
    const [first = whole(0), second = whole(0), third = whole(0)] = known;
    return figure(first, second, third);
  };
  const two = whole(2);
  const openings = sumOf([
    whole(area.doors).times(decimal(book.openings.door.value)),
    whole(area.windows).times(decimal(book.openings.window.value)),
  ]);
  switch (rule.kind) {
    case "walls":
      return from(["length", "width", "height"], (length, width, height) =>
        two.times(length.plus(width)).times(height).minus(openings),
      );
    case "face":
      return from(["length", "height"], (length, height) => length.times(height).minus(openings));
    case "floor-plan":
      return from(["length", "width"], (length, width) => length.times(width));
    case "perimeter":
      return from(["length", "width"], (length, width) => two.times(length.plus(width)));
    case "length":
      return from(["length"], (length) => length);
    case "strip":
      return from(["length"], (length) => length.times(decimal(rule.depth.value)));
    case "doors":
      return whole(area.doors);
    case "windows":
      return whole(area.windows);
    case "count":
      return decimal(rule.count.value);
    case "typed":
      return "quantity_missing";
  }
}
