import fc from "fast-check";
import type { AreaWithSurfaces, Estimate } from "../../estimate/estimate.ts";
import type { RecordOf } from "../../estimate/record.ts";
import { printLength } from "../../units/length.ts";
import { PREP_BY_OPTION, type PriceBook } from "../price-book.ts";
import { buildEstimate } from "./build-estimate.ts";

const strayKey = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const keyOf = (list: readonly { readonly key: string }[], ...more: readonly string[]) =>
  fc.constantFrom(...list.map((entry) => entry.key), ...more);

const anyMeasure = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...Array.from("0123456789 '\"-+./,½m")), maxLength: 40 }),
);
const goodLength = (maxFeet: number) =>
  fc.integer({ min: 4 * 192, max: maxFeet * 192 }).map(printLength);

interface Choices {
  readonly substrate: fc.Arbitrary<string>;
  readonly access: fc.Arbitrary<string>;
  readonly occupancy: fc.Arbitrary<string>;
  readonly prep: fc.Arbitrary<string>;
  readonly span: fc.Arbitrary<string>;
  readonly height: fc.Arbitrary<string>;
  readonly quantity: fc.Arbitrary<string | null>;
  readonly itemQuantity: fc.Arbitrary<string>;
  readonly unitCost: fc.Arbitrary<number>;
}

const colour = fc.constantFrom("", "", "Swiss Coffee", "swiss  coffee", "SW 7008");

function surfacesOf(areaId: string, choices: Choices) {
  const surface = fc.record({
    estimateId: fc.constant("estimate-1"),
    areaId: fc.constant(areaId),
    order: fc.constant("V"),
    substrate: choices.substrate,
    painted: fc.boolean(),
    coats: fc.option(fc.integer({ min: 1, max: 4 })),
    quantity: choices.quantity,
    prep: choices.prep,
    colour,
  });
  return fc
    .array(surface, { maxLength: 6 })
    .map((all) => all.map((fields, index) => ({ id: `${areaId}-s${index}`, ...fields })));
}

function areaOf(index: number, choices: Choices): fc.Arbitrary<AreaWithSurfaces> {
  const id = `area-${index}`;
  const area: fc.Arbitrary<RecordOf<"area">> = fc.record({
    id: fc.constant(id),
    estimateId: fc.constant("estimate-1"),
    order: fc.constant("V"),
    kind: fc.constantFrom("room", "side"),
    name: fc.string({ maxLength: 20 }),
    length: choices.span,
    width: choices.span,
    height: choices.height,
    doors: fc.integer({ min: 0, max: 3 }),
    windows: fc.integer({ min: 0, max: 3 }),
    access: choices.access,
    occupancy: choices.occupancy,
    note: fc.constant(""),
  });
  return fc.record({ area, surfaces: surfacesOf(id, choices) });
}

function itemOf(index: number, choices: Choices): fc.Arbitrary<RecordOf<"item">> {
  return fc.record({
    id: fc.constant(`item-${index}`),
    estimateId: fc.constant("estimate-1"),
    order: fc.constant("V"),
    label: fc.string({ maxLength: 20 }),
    quantity: choices.itemQuantity,
    unitCost: choices.unitCost,
  });
}

const estimateOf = (choices: Choices): fc.Arbitrary<Estimate> =>
  fc
    .record({
      areas: fc.tuple(...[0, 1, 2, 3].map((index) => areaOf(index, choices))),
      items: fc.tuple(...[0, 1, 2].map((index) => itemOf(index, choices))),
      areaCount: fc.integer({ min: 0, max: 4 }),
      itemCount: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ areas, items, areaCount, itemCount }) =>
      buildEstimate(areas.slice(0, areaCount), items.slice(0, itemCount)),
    );

/**
 * Estimates of everything the entity schemas let through: half-typed and nonsense measures, keys the price
 * book does not know, absurd amounts. Ids are distinct.
 */
export const arbitraryEstimate = (book: PriceBook): fc.Arbitrary<Estimate> =>
  estimateOf({
    substrate: fc.oneof(keyOf(book.substrates), strayKey),
    access: fc.oneof(keyOf(book.access), strayKey),
    occupancy: fc.oneof(keyOf(book.occupancy), strayKey),
    prep: fc.oneof(keyOf(book.prepLevels, PREP_BY_OPTION), strayKey),
    span: fc.oneof(goodLength(60), anyMeasure),
    height: fc.oneof(goodLength(30), anyMeasure),
    quantity: fc.option(fc.oneof(fc.nat({ max: 2_000_000 }).map(String), anyMeasure)),
    itemQuantity: fc.oneof(fc.nat({ max: 50 }).map(String), anyMeasure),
    unitCost: fc.oneof(
      fc.integer({ min: -100_00, max: 5000_00 }),
      fc.integer({ min: -100_000_000_000, max: 100_000_000_000 }),
    ),
  });

/** Estimates as painters make them: everything readable and known, nothing negative. */
export const plausibleEstimate = (book: PriceBook): fc.Arbitrary<Estimate> =>
  estimateOf({
    substrate: keyOf(book.substrates),
    access: keyOf(book.access),
    occupancy: keyOf(book.occupancy),
    prep: keyOf(book.prepLevels, PREP_BY_OPTION),
    span: goodLength(60),
    height: goodLength(24),
    quantity: fc.option(fc.integer({ min: 1, max: 2000 }).map(String), { freq: 3 }),
    itemQuantity: fc.constantFrom("1", "2", "1.5"),
    unitCost: fc.integer({ min: 0, max: 500_00 }),
  });
