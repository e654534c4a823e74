import { expect, test } from "vitest";
import { checkPriceBook } from "./check-price-book.ts";
import { examplePriceBook } from "./example-price-book.ts";
import type { PriceBook } from "./price-book.ts";
import { placeInBook, type PriceBookFaultCode } from "./price-book-fault.ts";
import { seminarPriceBook } from "./testing/seminar-price-book.ts";

const from = (value: string) => ({ value, source: "seminar" });
const costs = (cents: number) => ({ cents, source: "seminar" });
const label = { en: "Thing", es: "Cosa" };
const changed = (change: Partial<Record<keyof PriceBook, unknown>>) => ({
  ...seminarPriceBook,
  ...change,
});
/** Every fault as `code path found expected`. */
const faultsOf = (change: Partial<Record<keyof PriceBook, unknown>>) =>
  checkPriceBook(changed(change)).map(({ code, path, found, expected }) =>
    [code, path, found, expected].filter((part) => part !== "").join(" | "),
  );

const [walls] = seminarPriceBook.substrates;
const [paint] = seminarPriceBook.products;
const [only] = seminarPriceBook.options;
const [choice] = only?.scopes ?? [];
const substrates = (change: object) => [{ ...walls, ...change }];
const products = (change: object) => [{ ...paint, ...change }];
const option = (...scopes: readonly object[]) => [
  { ...only, scopes: scopes.map((change) => ({ ...choice, ...change })) },
];
const cans = (...list: readonly (readonly [ounces: string, cents: number])[]) =>
  products({
    cans: list.map(([ounces, cents], index) => ({
      size: `size-${index}`,
      label,
      fluidOunces: from(ounces),
      cost: costs(cents),
    })),
  });
const steps = (...list: readonly (readonly [string, string])[]) => ({
  kind: "steps",
  by: "job",
  steps: list.map(([begin, value]) => ({ from: begin, value })),
  source: "seminar",
});
const line = (...list: readonly (readonly [string, string])[]) => ({
  kind: "line",
  by: "job",
  points: list.map(([at, value]) => ({ at, value })),
  floor: "1",
  source: "seminar",
});
const rate = (curve: object) =>
  substrates({ labour: { kind: "units-per-hour", byCoats: [from("400"), curve] } });
const profit = (percent: object, kind = "markup") => ({
  ...seminarPriceBook.profit,
  paint: { kind, percent },
});
const byCost = <T extends object>(curve: T) => ({ ...curve, by: "job-cost" });
const band = (key: string, appliesTo: readonly string[], feet: string) => ({
  key,
  label,
  appliesTo,
  fromFeet: from(feet),
});
const level = (how: object, key = "some") => [
  ...seminarPriceBook.prepLevels,
  { key, label, includes: label, how },
];
const task = {
  key: "scrape",
  label,
  includes: label,
  minutesPer100: { sqft: from("9"), lf: from("9") },
};
const primer = {
  key: "sealer",
  label,
  product: "paint",
  sheen: "flat",
  percent: from("100"),
  labour: from("90"),
};
const payments = (change: object) => ({ ...seminarPriceBook.payments, ...change });
const draw = (key: string, percent: string) => ({ key, label, percent: from(percent) });
const companion = (...companions: readonly string[]) => ({
  kind: "companion",
  substrate: "walls",
  companions,
});

test.each([
  ["example", examplePriceBook],
  ["seminar", seminarPriceBook],
])("nothing is wrong with the %s book", (_, book) => {
  expect(checkPriceBook(book)).toEqual([]);
});

test.each<[string, Partial<Record<keyof PriceBook, unknown>>, string]>([
  ["missing", { version: undefined }, "missing | version"],
  ["out_of_range", { version: 0 }, "out_of_range | version | 0 | 1-"],
  ["not_a_whole_number", { version: 1.5 }, "not_a_whole_number | version | 1.5 | 1-"],
  ["not_a_choice", { currency: "EUR" }, "not_a_choice | currency | EUR | USD"],
  ["not_yes_or_no", { isExample: "no" }, "not_yes_or_no | isExample | no"],
  ["text_missing", { id: "" }, "text_missing | id"],
  ["not_a_text", { id: 7 }, "not_a_text | id | 7"],
  ["text_too_long", { id: "x".repeat(101) }, `text_too_long | id | ${"x".repeat(80)}… | 100`],
  ["not_an_object", { labour: [] }, "not_an_object | labour | […]"],
  ["not_a_list", { substrates: {} }, "not_a_list | substrates | {…}"],
  ["too_few", { options: [] }, "too_few | options | 0 | 1"],
  [
    "unit",
    { substrates: substrates({ unit: "sqm" }) },
    "not_a_choice | substrates/walls/unit | sqm | sqft, lf, each",
  ],
  [
    "kind",
    { substrates: substrates({ quantity: { kind: "volume" } }) },
    "not_a_choice | substrates/walls/quantity.kind | volume | walls, floor-plan, perimeter, face, length, strip, doors, windows, count, typed",
  ],
  [
    "no kind",
    { substrates: substrates({ quantity: {} }) },
    "missing | substrates/walls/quantity.kind | walls, floor-plan, perimeter, face, length, strip, doors, windows, count, typed",
  ],
  [
    "unknown_field",
    { substrates: substrates({ "__proto__ ": 1 }) },
    "unknown_field | substrates/walls | __proto__ ",
  ],
  [
    "zero rate",
    { substrates: rate(from("0.00")) },
    "not_positive | substrates/walls/labour.byCoats.1.value | 0.00",
  ],
  [
    "negative rate",
    { substrates: rate(from("-3")) },
    "negative | substrates/walls/labour.byCoats.1.value | -3",
  ],
  [
    "1e300",
    { substrates: rate(from("1e300")) },
    "not_a_number | substrates/walls/labour.byCoats.1.value | 1e300",
  ],
  [
    "NaN",
    { substrates: rate(from("NaN")) },
    "not_a_number | substrates/walls/labour.byCoats.1.value | NaN",
  ],
  [
    "decimal comma",
    { substrates: rate(from("1,5")) },
    "not_a_number | substrates/walls/labour.byCoats.1.value | 1,5",
  ],
  [
    "a JSON number",
    { substrates: rate({ value: 3, source: "seminar" }) },
    "number_not_text | substrates/walls/labour.byCoats.1.value | 3",
  ],
  [
    "ten digits",
    { substrates: rate(from("1000000000")) },
    "too_high | substrates/walls/labour.byCoats.1.value | 1000000000 | 999999999",
  ],
  [
    "too_precise",
    { substrates: rate(from("0.1234567")) },
    "too_precise | substrates/walls/labour.byCoats.1.value | 0.1234567 | 6",
  ],
  ["cents", { minimumCharge: costs(1.5) }, "not_cents | minimumCharge/cents | 1.5"],
  ["negative cents", { minimumCharge: costs(-1) }, "negative | minimumCharge/cents | -1"],
  [
    "1e300 cents",
    { minimumCharge: costs(1e300) },
    "too_high | minimumCharge/cents | 1e+300 | 100000000",
  ],
  ["NaN cents", { minimumCharge: costs(NaN) }, "not_cents | minimumCharge/cents | NaN"],
  [
    "a margin of the whole price",
    { profit: profit(from("100"), "margin") },
    "not_below_hundred | profit/paint.percent.value | 100",
  ],
  [
    "a key",
    {
      sheens: [
        { key: "Flat", label },
        { key: "flat", label },
      ],
    },
    "not_a_key | sheens/0/key | Flat",
  ],
  [
    "a colour",
    { colours: [{ name: "White", code: "", hex: "white" }] },
    "not_a_colour | colours/0/hex | white",
  ],
  [
    "a day",
    {
      discounts: [
        { key: "spring", label, off: { kind: "amount", amount: costs(1) }, until: "2026-02-30" },
      ],
    },
    "not_a_day | discounts/spring/until | 2026-02-30",
  ],
  [
    "a state",
    {
      salesTax: {
        states: [{ state: "Oregon", rule: { kind: "none", source: "seminar" } }],
        otherwise: { kind: "none", source: "seminar" },
      },
    },
    "not_a_state | salesTax/states.0.state | Oregon",
  ],
  [
    "ounces",
    { products: cans(["127.5", 1]) },
    "not_ounces | products/paint/cans.0.fluidOunces.value | 127.5",
  ],
  ["a source's key", { sources: { seminar: "x", "No!": "x" } }, "not_a_key | sources | No!"],
  ["a source's words", { sources: { seminar: 3 } }, "not_a_text | sources/seminar | 3"],
])("a document of another shape is refused by name: %s", (_, change, fault) => {
  expect(faultsOf(change)).toEqual([fault]);
});

test.each<[PriceBookFaultCode, Partial<Record<keyof PriceBook, unknown>>, readonly string[]]>([
  [
    "duplicate_key",
    { access: [...seminarPriceBook.access, ...seminarPriceBook.access] },
    ["duplicate_key | access/1/key | normal"],
  ],
  [
    "duplicate_key",
    { products: products({ cans: [...(paint?.cans ?? []), ...(paint?.cans ?? [])] }) },
    ["duplicate_key | products/paint/cans.1.size | gallon"],
  ],
  [
    "duplicate_key",
    { payments: payments({ draws: [draw("start", "5"), draw("start", "5")] }) },
    ["duplicate_key | payments/draws.1.key | start"],
  ],
  [
    "duplicate_state",
    {
      salesTax: {
        states: ["OR", "WA", "OR"].map((state) => ({
          state,
          rule: { kind: "none", source: "seminar" },
        })),
        otherwise: { kind: "none", source: "seminar" },
      },
    },
    ["duplicate_state | salesTax/states.2.state | OR"],
  ],
  [
    "duplicate_state",
    {
      payments: payments({
        depositCaps: ["CA", "CA"].map((state) => ({
          state,
          amount: costs(1000_00),
          source: "seminar",
        })),
      }),
    },
    ["duplicate_state | payments/depositCaps.1.state | CA"],
  ],
  [
    "listed_twice",
    { options: option({}, {}) },
    ["listed_twice | options/only/scopes.1.scope | walls"],
  ],
  [
    "listed_twice",
    { products: products({ sheens: ["flat", "flat"] }) },
    ["listed_twice | products/paint/sheens.1 | flat"],
  ],
  [
    "listed_twice",
    {
      products: products({
        spreads: [
          { substrate: "walls", unitsPerGallon: from("1") },
          { substrate: "walls", texture: "normal", unitsPerGallon: from("1") },
          { substrate: "walls", unitsPerGallon: from("2") },
        ],
      }),
    },
    ["listed_twice | products/paint/spreads.2.substrate | walls"],
  ],
  [
    "listed_twice",
    { substrates: substrates({ multipliers: ["height", "access", "height"] }) },
    ["listed_twice | substrates/walls/multipliers.2 | height"],
  ],
  [
    "listed_twice",
    {
      prepTasks: [task],
      prepLevels: level({
        kind: "tasks",
        tasks: ["1", "2"].map((percent) => ({ task: "scrape", percent: from(percent) })),
      }),
    },
    ["listed_twice | prepLevels/some/how.tasks.1.task | scrape"],
  ],
  [
    "reserved_key",
    { prepLevels: level({ kind: "none" }, "by-option") },
    ["reserved_key | prepLevels/by-option/key | by-option"],
  ],
  [
    "reserved_key",
    { primers: [{ ...primer, key: "none" }] },
    ["reserved_key | primers/none/key | none"],
  ],
  [
    "reserved_key",
    { payments: payments({ draws: [draw("deposit", "5"), draw("final", "5")] }) },
    [
      "reserved_key | payments/draws.0.key | deposit",
      "reserved_key | payments/draws.1.key | final",
    ],
  ],
  [
    "unknown_key",
    { substrates: substrates({ scope: "attic", colourSlot: "attic", method: "comb" }) },
    [
      "unknown_key | substrates/walls/scope | attic | scopes",
      "unknown_key | substrates/walls/colourSlot | attic | colourSlots",
      "unknown_key | substrates/walls/method | comb | methods",
    ],
  ],
  [
    "unknown_key",
    {
      options: option({
        product: "oil",
        sheen: "gloss",
        prep: "much",
        method: "comb",
        primer: "sealer",
      }),
    },
    [
      "unknown_key | options/only/scopes.0.product | oil | products",
      "unknown_key | options/only/scopes.0.sheen | gloss | sheens",
      "unknown_key | options/only/scopes.0.prep | much | prepLevels",
      "unknown_key | options/only/scopes.0.method | comb | methods",
      "unknown_key | options/only/scopes.0.primer | sealer | primers",
    ],
  ],
  [
    "unknown_key",
    { options: option({}, { scope: "attic" }) },
    ["unknown_key | options/only/scopes.1.scope | attic | scopes"],
  ],
  [
    "unknown_key",
    { primers: [{ ...primer, product: "oil" }] },
    ["unknown_key | primers/sealer/product | oil | products"],
  ],
  [
    "unknown_key",
    {
      products: products({
        sheens: ["flat", "gloss"],
        spreads: [{ substrate: "attic", texture: "rough", unitsPerGallon: from("1") }],
      }),
    },
    [
      "unknown_key | products/paint/spreads.0.substrate | attic | substrates",
      "unknown_key | products/paint/spreads.0.texture | rough | textures",
      "unknown_key | products/paint/sheens.1 | gloss | sheens",
    ],
  ],
  [
    "unknown_key",
    { prepLevels: level({ kind: "tasks", tasks: [{ task: "scrape", percent: from("1") }] }) },
    ["unknown_key | prepLevels/some/how.tasks.0.task | scrape | prepTasks"],
  ],
  [
    "unknown_key",
    {
      hints: [
        { kind: "undecided", areaKind: "room", substrate: "attic" },
        { kind: "primer", colourChange: "dark" },
        companion("attic"),
      ],
    },
    [
      "unknown_key | hints/0.substrate | attic | substrates",
      "unknown_key | hints/1.colourChange | dark | colourChanges",
      "unknown_key | hints/2.companions.0 | attic | substrates",
    ],
  ],
  [
    "unknown_source",
    { minimumCharge: { cents: 1, source: "hearsay" } },
    ["unknown_source | minimumCharge/source | hearsay"],
  ],
  [
    "unknown_source",
    { options: [{ ...only, source: "constructor" }] },
    ["unknown_source | options/only/source | constructor"],
  ],
  [
    "sheen_not_of_product",
    {
      sheens: [...seminarPriceBook.sheens, { key: "gloss", label }],
      options: option({ sheen: "gloss" }),
      primers: [{ ...primer, sheen: "gloss" }],
    },
    [
      "sheen_not_of_product | primers/sealer/sheen | gloss | paint",
      "sheen_not_of_product | options/only/scopes.0.sheen | gloss | paint",
    ],
  ],
  [
    "curve_not_from_zero",
    { substrates: rate(steps(["1", "9"], ["2", "8"])) },
    ["curve_not_from_zero | substrates/walls/labour.byCoats.1.steps.0.from | 1 | 0"],
  ],
  [
    "curve_not_ascending",
    { substrates: rate(steps(["0", "9"], ["10", "8"], ["9.999", "7"], ["9.999", "7"])) },
    [
      "curve_not_ascending | substrates/walls/labour.byCoats.1.steps.2.from | 9.999 | 10",
      "curve_not_ascending | substrates/walls/labour.byCoats.1.steps.3.from | 9.999 | 9.999",
    ],
  ],
  [
    "curve_not_ascending",
    { substrates: rate(line(["5", "9"], ["5.0", "8"])) },
    ["curve_not_ascending | substrates/walls/labour.byCoats.1.points.1.at | 5.0 | 5"],
  ],
  [
    "profit_rises",
    { profit: profit(byCost(steps(["0", "9"], ["10", "9.1"]))) },
    ["profit_rises | profit/paint.percent.steps.1.value | 9.1 | 9"],
  ],
  [
    "profit_rises",
    { profit: profit(byCost(line(["0", "9"], ["10", "20"])), "margin") },
    ["profit_rises | profit/paint.percent.points.1.value | 20 | 9"],
  ],
  [
    "profit_rises",
    {
      products: products({
        profit: {
          on: "surface",
          rule: { kind: "markup", percent: byCost(line(["0", "9"], ["10", "20"])) },
        },
      }),
    },
    ["profit_rises | products/paint/profit.rule.percent.points.1.value | 20 | 9"],
  ],
  [
    "too_high",
    { profit: profit(from("1000.01")) },
    ["too_high | profit/paint.percent.value | 1000.01 | 1000"],
  ],
  [
    "too_high",
    { products: products({ uplift: from("1001") }) },
    ["too_high | products/paint/uplift.value | 1001 | 1000"],
  ],
  [
    "too_high",
    { methods: [{ ...seminarPriceBook.methods[0], waste: from("1001") }] },
    ["too_high | methods/roller/waste.value | 1001 | 1000"],
  ],
  [
    "too_high",
    { financing: [{ key: "year", label, apr: from("1001"), months: 12, minimum: costs(0) }] },
    ["too_high | financing/year/apr.value | 1001 | 1000"],
  ],
  [
    "too_high",
    { primers: [{ ...primer, percent: from("100.5") }] },
    ["too_high | primers/sealer/percent.value | 100.5 | 100"],
  ],
  [
    "too_high",
    {
      prepTasks: [task],
      prepLevels: level({ kind: "tasks", tasks: [{ task: "scrape", percent: from("101") }] }),
    },
    ["too_high | prepLevels/some/how.tasks.0.percent.value | 101 | 100"],
  ],
  [
    "too_high",
    { salesTax: { states: [], otherwise: { kind: "total", percent: from("825") } } },
    ["too_high | salesTax/otherwise.percent.value | 825 | 100"],
  ],
  [
    "too_high",
    { labour: { ...seminarPriceBook.labour, hoursPerDay: from("25") } },
    ["too_high | labour/hoursPerDay.value | 25 | 24"],
  ],
  [
    "not_positive",
    { labour: { ...seminarPriceBook.labour, wage: costs(0) } },
    ["not_positive | labour/wage.cents | 0"],
  ],
  [
    "factor_above_one",
    { addOns: [{ key: "gutter", label, unit: "lf", pay: from("3"), factor: from("45") }] },
    ["factor_above_one | addOns/gutter/factor.value | 45 | 1"],
  ],
  [
    "factor_below_one",
    { leadSafe: { beforeYear: 1978, factor: from("0.2"), minimum: costs(0) } },
    ["factor_below_one | leadSafe/factor.value | 0.2 | 1"],
  ],
  [
    "payments_exceed_total",
    {
      payments: payments({
        deposit: { label, percent: from("50") },
        draws: [draw("start", "50"), draw("half", "0.000001"), draw("more", "1")],
      }),
    },
    ["payments_exceed_total | payments/draws.1.percent.value | 0.000001 | 0"],
  ],
  [
    "height_band_twice",
    {
      heightBands: [
        band("low", ["room"], "0"),
        band("high", ["room"], "10"),
        band("side", ["side"], "10"),
        band("again", ["side", "room"], "10.0"),
      ],
    },
    ["height_band_twice | heightBands/again/fromFeet.value | 10.0 | side"],
  ],
  [
    "too_high",
    { products: cans(["1281", 1]) },
    ["too_high | products/paint/cans.0.fluidOunces.value | 1281 | 1280"],
  ],
  ["can_free", { products: cans(["128", 0]) }, ["can_free | products/paint/cans.0.cost.cents | 0"]],
  [
    "cans_incommensurable",
    { products: cans(["1279", 100_00], ["1280", 100_00]) },
    ["cans_incommensurable | products/paint/cans | 1279, 1280"],
  ],
  [
    "companion_itself",
    { hints: [companion("walls")] },
    ["companion_itself | hints/0.companions.0 | walls"],
  ],
])("%s", (_, change, faults) => {
  expect(faultsOf(change)).toEqual(faults);
});

test("cans as they are sold are never too odd, however they are filled", () => {
  const sold = cans(
    ["640", 150_00],
    ["620", 150_00],
    ["128", 35_00],
    ["124", 35_00],
    ["31", 12_00],
  );
  expect(faultsOf({ products: sold })).toEqual([]);
});

test("many products with odd cans are too much for a book, though each would do", () => {
  const odd = cans(["999", 100_00], ["998", 100_00]);
  const many = Array.from({ length: 6 }, (_, index) =>
    odd.map((product) => ({ ...product, key: index === 0 ? "paint" : `paint-${index}` })),
  ).flat();
  expect(faultsOf({ products: many })).toEqual([
    "cans_incommensurable | products/paint-4/cans | 999, 998",
    "cans_incommensurable | products/paint-5/cans | 999, 998",
  ]);
});

test("deposit and draws may ask for all of it, and companions may go round in a circle", () => {
  const more = [{ ...walls, key: "ceiling" }, walls];
  const hints = [companion("ceiling"), { ...companion("walls"), substrate: "ceiling" }];
  const all = payments({
    deposit: { label, percent: from("33.333333") },
    draws: [draw("start", "66.666667")],
  });
  expect(faultsOf({ substrates: more, hints, payments: all })).toEqual([]);
});

test("all faults are said at once, in the order of the document, each with its entry's name", () => {
  const faults = checkPriceBook(
    changed({
      options: option({ product: "oil" }),
      substrates: [
        { ...walls, unit: "sqm" },
        { ...walls, key: "ceiling", scope: "attic" },
      ],
      sheens: [{ key: "flat", label: { en: "Flat" } }],
      version: 0,
    }),
  );
  expect(faults.map(({ path, entry }) => [path, entry?.es])).toEqual([
    ["version", undefined],
    ["sheens/flat/label.es", undefined],
    ["substrates/walls/unit", "Paredes"],
    ["substrates/ceiling/scope", "Paredes"],
    ["options/only/scopes.0.product", "Oferta"],
  ]);
});

test("fifty faults are enough", () => {
  const many = Array.from({ length: 1000 }, (_, index) => ({
    ...walls,
    key: `w-${index}`,
    scope: "x",
    method: "x",
  }));
  const faults = checkPriceBook(changed({ substrates: many }));
  expect(faults).toHaveLength(50);
  expect(faults.at(-1)?.path).toBe("substrates/w-24/method");
});

test.each([
  [
    "substrates/walls/labour.byCoats.1.value",
    { setting: "substrates", entry: "walls", inside: "labour.byCoats.1.value" },
  ],
  ["colours/3/hex", { setting: "colours", entry: "3", inside: "hex" }],
  ["sources/yarur", { setting: "sources", entry: "yarur", inside: "" }],
  ["payments/draws.0.key", { setting: "payments", entry: null, inside: "draws.0.key" }],
  ["hints/2.substrate", { setting: "hints", entry: null, inside: "2.substrate" }],
  ["version", { setting: "version", entry: null, inside: "" }],
  ["", { setting: "", entry: null, inside: "" }],
])("%s is taken apart", (path, place) => {
  expect(placeInBook(path)).toEqual(place);
});
