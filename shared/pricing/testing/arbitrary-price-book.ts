import fc from "fast-check";
import { areaKinds } from "../../estimate/entities.ts";
import type { OptionRule, Product, ScopeChoice } from "../book/paint.ts";
import type { HeightBand, PrepLevel } from "../book/work.ts";
import { type HintRule, PRICE_BOOK_FORMAT, type PriceBook } from "../price-book.ts";
import {
  addOnParts,
  discountParts,
  financingParts,
  leadSafeParts,
  listDiscountParts,
  minimumChargeParts,
  paymentsParts,
  profitParts,
  salesTaxParts,
} from "./arbitrary-money.ts";
import { SOURCE } from "./arbitrary-numbers.ts";
import {
  type HintParts,
  hintsParts,
  optionParts,
  productParts,
  scopeParts,
} from "./arbitrary-paint.ts";
import {
  areaBandParts,
  bandParts,
  heightBandParts,
  labourParts,
  methodParts,
  type PrepHow,
  prepHow,
  prepTaskParts,
  primerParts,
  substrateParts,
  sundriesParts,
} from "./arbitrary-work.ts";
import { picked } from "./picks.ts";

type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never;

const words = (text: string) => ({ en: text, es: `${text} (es)` });

/** The entries of a list with their keys and labels, which no other list has. */
const named = <P extends object>(list: string, all: readonly P[]) =>
  all.map((parts, index) => ({
    key: `${list}-${index}`,
    label: words(`${list} ${index}`),
    ...parts,
  }));

const plainNames = (list: string, count: number) =>
  named(
    list,
    Array.from({ length: count }, () => ({})),
  );

const some = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number, minLength = 1) =>
  fc.array(arbitrary, { minLength, maxLength, size: "max" });

const drawn = fc.record({
  labour: labourParts,
  openings: fc.record({
    door: fc.constantFrom("21", "20.5", "0").map((value) => ({ value, source: SOURCE })),
    window: fc.constantFrom("15", "12.25", "0").map((value) => ({ value, source: SOURCE })),
  }),
  sheenCount: fc.integer({ min: 1, max: 3 }),
  slotCount: fc.integer({ min: 1, max: 2 }),
  scopes: some(scopeParts, 3),
  substrates: some(substrateParts, 4),
  heightBands: some(heightBandParts, 3, 0),
  access: some(areaBandParts, 3),
  occupancy: some(areaBandParts, 2),
  conditions: some(bandParts, 2),
  colourChanges: some(bandParts, 2),
  textures: some(bandParts, 2),
  methods: some(methodParts, 2),
  primers: some(primerParts, 2, 0),
  prepTasks: some(prepTaskParts, 3),
  prepLevels: some(prepHow, 4),
  products: some(productParts, 3),
  paintPooling: fc.constantFrom("job" as const, "scope" as const),
  sundries: some(sundriesParts, 4, 0),
  addOns: some(addOnParts, 2, 0),
  profit: profitParts,
  minimumCharge: minimumChargeParts,
  leadSafe: leadSafeParts,
  listDiscount: listDiscountParts,
  discounts: some(discountParts, 3, 0),
  salesTax: salesTaxParts,
  payments: paymentsParts,
  financing: some(financingParts, 2, 0),
  options: some(optionParts, 3),
  hints: hintsParts,
});

/**
 * Price books that can be priced with: shapes, references and curves are right, while every rule that a book can
 * have occurs, with numbers of up to six decimals. Labels are the keys in words, so that no two entries share one.
 */
export const arbitraryPriceBook: fc.Arbitrary<PriceBook> = drawn.map(assemble);

function assemble(parts: Drawn<typeof drawn>): PriceBook {
  const sheens = plainNames("sheen", parts.sheenCount);
  const colourSlots = plainNames("slot", parts.slotCount);
  const scopes = named("scope", parts.scopes);
  const methods = named("method", parts.methods);
  const textures = named("texture", parts.textures);
  const prepTasks = named("task", parts.prepTasks).map((task) => ({
    ...task,
    includes: words("Everything."),
  }));
  const substrates = named("substrate", parts.substrates).map((substrate) => ({
    ...substrate,
    born: "painted" as const,
    includes: words("Everything."),
    scope: picked(scopes, substrate.scope).key,
    colourSlot: picked(colourSlots, substrate.colourSlot).key,
    method: picked(methods, substrate.method).key,
  }));
  const products = parts.products.map((product, index) =>
    productOf(product, index, { sheens, substrates, textures }),
  );
  const prepLevels = named(
    "prep",
    parts.prepLevels.map((how) => ({ how })),
  ).map(({ how, ...level }): PrepLevel => ({
    ...level,
    includes: words("Everything."),
    how: prepHowOf(how, prepTasks),
  }));
  const primers = named("primer", parts.primers).map((primer) => {
    const product = picked(products, primer.product);
    return { ...primer, product: product.key, sheen: picked(product.sheens, primer.sheen) };
  });
  const colourChanges = named("change", parts.colourChanges);
  const { depositCaps } = parts.payments;
  const { deposit, draws } = parts.payments.parts;
  const book: PriceBook = {
    format: PRICE_BOOK_FORMAT,
    id: "random",
    version: 1,
    name: words("Random"),
    isExample: true,
    currency: "USD",
    sources: { [SOURCE]: "Drawn by lot" },
    labour: parts.labour,
    openings: parts.openings,
    colourSlots,
    sheens,
    scopes,
    colours: [],
    substrates,
    heightBands: heightBandsOf(parts.heightBands),
    access: named("access", parts.access),
    occupancy: named("occupancy", parts.occupancy),
    conditions: named("condition", parts.conditions),
    colourChanges,
    textures,
    methods,
    primers,
    prepTasks,
    prepLevels,
    products: products,
    paintPooling: parts.paintPooling,
    sundries: named("sundries", parts.sundries),
    addOns: named("add-on", parts.addOns),
    profit: parts.profit,
    minimumCharge: parts.minimumCharge,
    leadSafe: parts.leadSafe,
    listDiscount: parts.listDiscount,
    discounts: named("discount", parts.discounts),
    salesTax: parts.salesTax,
    payments: {
      deposit: deposit === null ? null : { label: words("Deposit"), percent: deposit },
      draws: named(
        "draw",
        draws.map((percent) => ({ percent })),
      ),
      final: { label: words("Final") },
      depositCaps: depositCaps,
    },
    financing: named("plan", parts.financing),
    options: parts.options.map((option, index): OptionRule => ({
      key: `option-${index}`,
      label: words(`option ${index}`),
      warrantyYears: option.warrantyYears,
      source: SOURCE,
      scopes: scopes.flatMap((scope, at) =>
        choiceOf(picked(option.choices, at), scope.key, {
          products,
          prepLevels,
          methods,
          primers,
        }),
      ),
    })),
    hints: parts.hints.flatMap((hint) => hintOf(hint, substrates, colourChanges)),
  };
  return book;
}

type Keyed = readonly { readonly key: string }[];

function productOf(
  { cans, spreads, sheens, ...product }: Drawn<typeof productParts>,
  index: number,
  lists: { readonly sheens: Keyed; readonly substrates: Keyed; readonly textures: Keyed },
): Product {
  const ofBook = spreads.map((spread) => ({
    substrate: picked(lists.substrates, spread.substrate).key,
    texture: spread.texture === undefined ? undefined : picked(lists.textures, spread.texture).key,
    unitsPerGallon: spread.unitsPerGallon,
  }));
  return {
    key: `product-${index}`,
    label: words(`product ${index}`),
    ...product,
    cans: cans.map((can) => ({
      size: `size-${can.ounces}`,
      label: words(`${can.ounces} oz`),
      fluidOunces: { value: String(can.ounces), source: SOURCE },
      cost: { cents: can.cents, source: SOURCE },
    })),
    spreads: ofBook.filter(
      (spread, at) =>
        ofBook.findIndex(
          (other) => other.substrate === spread.substrate && other.texture === spread.texture,
        ) === at,
    ),
    sheens: Array.from(new Set(sheens.map((sheen) => picked(lists.sheens, sheen).key))),
  };
}

function prepHowOf(how: PrepHow, tasks: Keyed): PrepLevel["how"] {
  if (how.kind !== "tasks") return how;
  const percents = new Map(
    how.tasks.map(({ task, percent }) => [picked(tasks, task).key, percent]),
  );
  return {
    kind: "tasks",
    tasks: Array.from(percents, ([task, value]) => ({ task, percent: { value, source: SOURCE } })),
  };
}

/** No two bands for one kind of area begin at one height. */
function heightBandsOf(all: readonly Drawn<typeof heightBandParts>[]): HeightBand[] {
  const taken = new Set<string>();
  return named("height", all).flatMap(({ feet, ...band }) => {
    const kinds = areaKinds.filter((kind) => band.appliesTo.includes(kind));
    if (kinds.some((kind) => taken.has(`${kind} ${feet}`))) return [];
    for (const kind of kinds) taken.add(`${kind} ${feet}`);
    const fromFeet = { value: String(feet === 0 ? 0 : 6 + feet), source: SOURCE };
    return [{ ...band, fromFeet }];
  });
}

interface Choosable {
  readonly products: readonly Product[];
  readonly prepLevels: Keyed;
  readonly methods: Keyed;
  readonly primers: Keyed;
}

function choiceOf(
  choice: Drawn<typeof optionParts>["choices"][number],
  scope: string,
  { products, prepLevels, methods, primers }: Choosable,
): readonly ScopeChoice[] {
  if (choice.isLeftOut) return [];
  const product = picked(products, choice.product);
  return [
    {
      scope,
      product: product.key,
      sheen: picked(product.sheens, choice.sheen),
      coats: choice.coats,
      prep: picked(prepLevels, choice.prep).key,
      method: choice.method === undefined ? undefined : picked(methods, choice.method).key,
      primer:
        choice.primer === undefined || primers.length === 0
          ? undefined
          : picked(primers, choice.primer).key,
    },
  ];
}

function hintOf(hint: HintParts, substrates: Keyed, changes: Keyed): readonly HintRule[] {
  switch (hint.kind) {
    case "undecided":
      return [{ ...hint, substrate: picked(substrates, hint.substrate).key }];
    case "companion": {
      const substrate = picked(substrates, hint.substrate).key;
      const companions = hint.companions
        .map((companion) => picked(substrates, companion).key)
        .filter((companion) => companion !== substrate);
      return companions.length === 0 ? [] : [{ ...hint, substrate, companions }];
    }
    case "primer":
      return [{ ...hint, colourChange: picked(changes, hint.colourChange).key }];
    case "high-access":
      return [hint];
  }
}
