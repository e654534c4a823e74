import fc from "fast-check";
import { areaKinds, itemKinds } from "../../estimate/entities.ts";
import type { Estimate } from "../../estimate/estimate.ts";
import type { NewSurface } from "../default-surfaces.ts";
import { NO_PRIMER, PREP_BY_OPTION } from "../choice-keys.ts";
import type { PriceBook } from "../price-book.ts";
import { buildEstimate } from "./build-estimate.ts";
import { type Pick, pickedKey } from "./picks.ts";

/** How what a painter types and chooses is drawn. */
export interface Choices {
  /** An entry of one of the book's lists. */
  readonly key: fc.Arbitrary<Pick>;
  /** The same where the surface need not say it itself: `""` leaves it. */
  readonly ownKey: fc.Arbitrary<Pick>;
  readonly span: fc.Arbitrary<string>;
  readonly height: fc.Arbitrary<string>;
  readonly openings: fc.Arbitrary<number>;
  readonly quantity: fc.Arbitrary<string | null>;
  readonly prepHours: fc.Arbitrary<string | null>;
  readonly taskPercent: fc.Arbitrary<number>;
  readonly itemQuantity: fc.Arbitrary<string>;
  readonly painters: fc.Arbitrary<string>;
  readonly margin: fc.Arbitrary<string | null>;
  /** Cents of an item's costs. */
  readonly amount: fc.Arbitrary<number>;
  readonly state: fc.Arbitrary<string>;
  readonly group: fc.Arbitrary<string>;
  /** Of one area, at the most. */
  readonly surfaceCount: number;
  /** Whether a surface that leaves the product to the option has a sheen that every product comes in. */
  readonly sheensFit: boolean;
}

const colour = fc.constantFrom("", "", "Swiss Coffee", "swiss  coffee", " SW 7008");

const surfaceOf = (choices: Choices) =>
  fc.record({
    substrate: choices.key,
    painted: fc.constantFrom(true, true, true, false),
    coats: fc.option(fc.constantFrom(1, 2, 3, 4), { freq: 2 }),
    quantity: choices.quantity,
    prep: fc.oneof(fc.constant(PREP_BY_OPTION), choices.key),
    prepHours: choices.prepHours,
    prepTasks: fc.array(fc.record({ task: choices.key, percent: choices.taskPercent }), {
      maxLength: 3,
    }),
    hasPrepTasks: fc.constantFrom(false, false, false, true),
    product: choices.ownKey,
    sheen: choices.ownKey,
    sheenFits: fc.constant(choices.sheensFit),
    method: choices.ownKey,
    primer: fc.oneof(
      { arbitrary: choices.ownKey, weight: 5 },
      { arbitrary: fc.constant(NO_PRIMER), weight: 1 },
    ),
    condition: choices.ownKey,
    colourChange: choices.ownKey,
    texture: choices.ownKey,
    colour,
  });

const areaOf = (choices: Choices) =>
  fc.record({
    kind: fc.constantFrom(...areaKinds),
    name: fc.string({ maxLength: 12 }),
    length: choices.span,
    width: choices.span,
    height: choices.height,
    doors: choices.openings,
    windows: choices.openings,
    access: choices.key,
    occupancy: choices.key,
    surfaces: fc.array(surfaceOf(choices), { maxLength: choices.surfaceCount, size: "max" }),
  });

const itemOf = (choices: Choices) =>
  fc.record({
    kind: fc.constantFrom(...itemKinds),
    label: fc.string({ maxLength: 12 }),
    quantity: choices.itemQuantity,
    unitCost: choices.amount,
    materialCost: fc.oneof(fc.constant(0), choices.amount.map(Math.abs)),
    margin: choices.margin,
    painters: choices.painters,
    addOn: choices.key,
    area: fc.option(fc.nat({ max: 3 })),
    optional: fc.boolean(),
    ticked: fc.boolean(),
    group: choices.group,
  });

/** An estimate whose references are places in lists of a book that is not known yet. */
export const estimateOf = (choices: Choices) =>
  fc.record({
    areas: fc.array(areaOf(choices), { maxLength: choices.surfaceCount, size: "max" }),
    items: fc.array(itemOf(choices), { maxLength: 3, size: "max" }),
    state: choices.state,
    yearBuilt: fc.constantFrom(null, 1920, 1977, 1978, 2005),
    leadSafe: fc.constantFrom(null, true, true, false),
    discounts: fc.array(choices.key, { maxLength: 2 }),
    day: fc.constantFrom("2026-11-25", "2026-11-26", "2026-11-27"),
  });

type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never;
export type DraftEstimate = Drawn<ReturnType<typeof estimateOf>>;

const ESTIMATE_ID = "estimate-1";
const inOrder = (keys: readonly string[]) => Array.from(new Set(keys)).toSorted();

/** The estimate with its references to a book's entries. */
export function readDraft(draft: DraftEstimate, book: PriceBook): Estimate {
  const areaId = (index: number) => `area-${index}`;
  const areas = draft.areas.map(({ surfaces, ...area }, index) => ({
    area: {
      ...area,
      id: areaId(index),
      estimateId: ESTIMATE_ID,
      order: "V",
      access: pickedKey(book.access, area.access),
      occupancy: pickedKey(book.occupancy, area.occupancy),
      note: "",
    },
    surfaces: surfaces.map((surface, at) => ({
      ...surfaceFields(surface, substratesFor(book, area.kind), book),
      id: `${areaId(index)}-s${at}`,
      estimateId: ESTIMATE_ID,
      areaId: areaId(index),
      order: "V",
    })),
  }));
  const items = draft.items.map(({ area, ...item }, index) => ({
    ...item,
    id: `item-${index}`,
    estimateId: ESTIMATE_ID,
    order: "V",
    // A book without add-ons has none to offer.
    kind:
      item.kind === "add-on" && typeof item.addOn === "number" && book.addOns.length === 0
        ? ("cost" as const)
        : item.kind,
    addOn: pickedKey(book.addOns, item.addOn),
    areaId: area !== null && area < areas.length ? areaId(area) : null,
  }));
  const fields = {
    state: draft.state,
    yearBuilt: draft.yearBuilt,
    leadSafe: draft.leadSafe,
    discounts: inOrder(
      draft.discounts
        .filter((key) => typeof key === "string" || book.discounts.length > 0)
        .map((key) => pickedKey(book.discounts, key)),
    ).join(" "),
  };
  return buildEstimate(areas, items, fields, draft.day);
}

type AreaKind = (typeof areaKinds)[number];
type DraftSurface = DraftEstimate["areas"][number]["surfaces"][number];
type Keys = readonly { readonly key: string }[];

function surfaceFields(
  { hasPrepTasks, sheenFits, ...surface }: DraftSurface,
  substrates: Keys,
  book: PriceBook,
): NewSurface {
  const own = (list: Keys, from: Pick) =>
    from === "" || list.length === 0 ? "" : pickedKey(list, from);
  const tasks = new Map(
    surface.prepTasks.map(({ task, percent }) => [pickedKey(book.prepTasks, task), percent]),
  );
  const product = own(book.products, surface.product);
  const sheens = sheenFits ? sheensThatFit(book, product) : book.sheens;
  return {
    ...surface,
    substrate: pickedKey(substrates, surface.substrate),
    prep: pickedKey(book.prepLevels, surface.prep),
    prepTasks: hasPrepTasks
      ? inOrder(Array.from(tasks, ([task, percent]) => `${task}=${percent}`)).join(" ")
      : "",
    product,
    sheen: own(sheens, surface.sheen),
    method: own(book.methods, surface.method),
    primer: surface.primer === NO_PRIMER ? NO_PRIMER : own(book.primers, surface.primer),
    condition: own(book.conditions, surface.condition),
    colourChange: own(book.colourChanges, surface.colourChange),
    texture: own(book.textures, surface.texture),
  };
}

/** Those that belong there; where none does, all. */
function substratesFor(book: PriceBook, kind: AreaKind): Keys {
  const here = book.substrates.filter(({ appliesTo }) => appliesTo.includes(kind));
  return here.length === 0 ? book.substrates : here;
}

/** Those that the surface's own product comes in, or all products do that the option may choose. */
function sheensThatFit(book: PriceBook, product: string): Keys {
  const products = book.products.filter(({ key }) => product === "" || key === product);
  return book.sheens.filter(({ key }) => products.every(({ sheens }) => sheens.includes(key)));
}
