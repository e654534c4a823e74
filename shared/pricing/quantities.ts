import type { RecordOf } from "../estimate/record.ts";
import { compare, exact, isZero, ZERO } from "../exact/exact.ts";
import { parseQuantity } from "../units/decimal.ts";
import { type CompiledBook, compileBook, fromBook, settingLabels } from "./compiled-book.ts";
import { type Dimensions, readDimensions } from "./dimensions.ts";
import type { Substrate } from "./book/substrate.ts";
import type { PriceBook } from "./price-book.ts";
import type { Dimension, Problem, ProblemCode } from "./problem.ts";
import { given, less, per, plus, SQFT, times, total, counted } from "./traced.ts";
import type { Trace, Unit } from "./trace.ts";

/** More of one thing than any house has: a slip of the finger, and more than the arithmetic promises. */
export const MAX_QUANTITY = exact(1_000_000);

/** A surface's quantity with its trace, or why there is none. */
export type QuantityResult =
  | { readonly ok: true; readonly quantity: Trace }
  | { readonly ok: false; readonly problem: Problem };

const found = (quantity: Trace): QuantityResult => ({ ok: true, quantity });
const FEET: Unit = counted("ft");

interface Place {
  readonly book: CompiledBook;
  readonly area: RecordOf<"area">;
  readonly dimensions: Dimensions;
  readonly surfaceId: string | undefined;
}

const failed = ({ area, surfaceId }: Place, code: ProblemCode, typed?: string): QuantityResult => ({
  ok: false,
  problem: { code, blocking: true, areaId: area.id, surfaceId, typed },
});

const countOf = ({ area }: Place, opening: "doors" | "windows"): Trace =>
  given(opening, counted("each"), exact(area[opening]), {
    kind: "area",
    id: area.id,
    name: area.name,
    typed: String(area[opening]),
  });

function openingsArea(place: Place): Trace {
  const { book } = place;
  const area = (opening: "door" | "window") => {
    const size = fromBook(book, "opening-size", per("sqft", "each"), book.book.openings[opening], {
      kind: "opening",
      key: opening,
      label: settingLabels[opening],
    });
    return opening === "door"
      ? times("openings-doors", SQFT, countOf(place, "doors"), size)
      : times("openings-windows", SQFT, countOf(place, "windows"), size);
  };
  return plus("openings", SQFT, area("door"), area("window"));
}

function lessOpenings(place: Place, gross: Trace): QuantityResult {
  const openings = openingsArea(place);
  if (isZero(openings.value)) return found({ ...gross, key: "quantity" });
  const net = less("quantity", SQFT, gross, openings);
  return compare(net.value, ZERO) < 0 ? failed(place, "openings_exceed_wall") : found(net);
}

const perimeter = (key: "perimeter" | "quantity", unit: Unit, length: Trace, width: Trace): Trace =>
  total(key, unit, [length, width, length, width]);

/** The first of the dimensions that could not be read, as a problem of its area. */
const unread = ({ dimensions, area }: Place, ...needed: readonly Dimension[]): QuantityResult => {
  const fault = needed.map((it) => dimensions.faults.get(it)).find((it) => it !== undefined);
  return {
    ok: false,
    problem: fault ?? { code: "dimension_missing", blocking: true, areaId: area.id },
  };
};

function fromDimensions(place: Place, substrate: Substrate): QuantityResult {
  const { length, width, height } = place.dimensions;
  const rule = substrate.quantity;
  const unit: Unit = counted(substrate.unit);
  switch (rule.kind) {
    case "walls":
      if (!length || !width || !height) return unread(place, "length", "width", "height");
      return lessOpenings(
        place,
        times("gross-area", unit, perimeter("perimeter", FEET, length, width), height),
      );
    case "face":
      if (!length || !height) return unread(place, "length", "height");
      return lessOpenings(place, times("gross-area", unit, length, height));
    case "floor-plan":
      if (!length || !width) return unread(place, "length", "width");
      return found(times("quantity", unit, length, width));
    case "perimeter":
      if (!length || !width) return unread(place, "length", "width");
      return found(perimeter("quantity", unit, length, width));
    case "length":
      if (!length) return unread(place, "length");
      return found({ ...length, key: "quantity", unit });
    case "strip": {
      if (!length) return unread(place, "length");
      const name = { kind: "substrate", key: substrate.key, label: substrate.label } as const;
      return found(
        times("quantity", unit, length, fromBook(place.book, "depth", FEET, rule.depth, name)),
      );
    }
    case "doors":
    case "windows":
      return found({ ...countOf(place, rule.kind), key: "quantity", unit });
    case "count": {
      const { key, label } = substrate;
      return found(
        fromBook(place.book, "quantity", unit, rule.count, { kind: "substrate", key, label }),
      );
    }
    case "typed":
      return failed(place, "quantity_missing");
  }
}

function fromTyping(place: Place, substrate: Substrate, typed: string): QuantityResult {
  const parsed = parseQuantity(typed);
  if (!parsed.ok) return failed(place, "quantity_not_a_number", typed);
  if (compare(parsed.value, MAX_QUANTITY) > 0) return failed(place, "quantity_too_large", typed);
  const from = {
    kind: "surface",
    id: place.surfaceId ?? "",
    name: substrate.label,
    typed,
  } as const;
  return found(given("quantity", counted(substrate.unit), parsed.value, from));
}

/** What a quantity is taken from: the fields of a surface, also of one not saved yet. */
export type QuantitySource = Pick<RecordOf<"surface">, "quantity"> & {
  readonly id?: string | undefined;
};

/**
 * How much of a substrate an area has: what was typed for the surface, or else what follows from the area's
 * dimensions, in the substrate's unit. An empty text counts as not typed.
 */
export function quantityIn(
  book: CompiledBook,
  area: RecordOf<"area">,
  dimensions: Dimensions,
  substrate: Substrate,
  surface: QuantitySource,
): QuantityResult {
  const place: Place = { book, area, dimensions, surfaceId: surface.id };
  const typed = surface.quantity?.trim() ?? "";
  return typed === "" ? fromDimensions(place, substrate) : fromTyping(place, substrate, typed);
}

/**
 * The same for a screen that shows "324 sq ft" beside a surface; null when the price book does not know the
 * substrate.
 */
export function surfaceQuantity(
  priceBook: PriceBook,
  area: RecordOf<"area">,
  surface: QuantitySource & Pick<RecordOf<"surface">, "substrate">,
): QuantityResult | null {
  const book = compileBook(priceBook);
  const substrate = book.substrates.get(surface.substrate);
  if (substrate === undefined) return null;
  return quantityIn(book, area, readDimensions(area), substrate, surface);
}
