import { expect, test } from "vitest";
import { checkPriceBook } from "./check-price-book.ts";
import { examplePriceBook } from "./example-price-book.ts";
import type { PriceBook } from "./price-book.ts";
import { priceBookWarnings } from "./price-book-warnings.ts";
import { seminarPriceBook } from "./testing/seminar-price-book.ts";
import { warningSentence } from "./warning-sentence.ts";

const TODAY = "2026-11-26";
const from = (value: string) => ({ value, source: "seminar" });
const costs = (cents: number) => ({ cents, source: "seminar" });
const label = { en: "Thing", es: "Cosa" };

const warningsOf = (change: Partial<PriceBook>) => {
  const book: PriceBook = { ...seminarPriceBook, ...change };
  expect(checkPriceBook(book)).toEqual([]);
  return priceBookWarnings(book, TODAY).map(({ code, path, found, expected }) =>
    [code, path, found, expected].filter((part) => part !== "").join(" | "),
  );
};

type Substrate = PriceBook["substrates"][number];
const substrates = (change: Partial<Substrate>) =>
  seminarPriceBook.substrates.map((substrate) => ({ ...substrate, ...change }));
const products = (change: Partial<PriceBook["products"][number]>) =>
  seminarPriceBook.products.map((product) => ({ ...product, ...change }));
const labour = (change: Partial<PriceBook["labour"]>) => ({
  labour: { ...seminarPriceBook.labour, ...change },
});
const rates = (kind: Substrate["labour"]["kind"], ...byCoats: Substrate["labour"]["byCoats"]) => ({
  substrates: substrates({ labour: { kind, byCoats } }),
});
const line = (...points: readonly (readonly [string, string])[]) => ({
  kind: "line" as const,
  by: "job" as const,
  points: points.map(([at, value]) => ({ at, value })),
  floor: "1",
  source: "seminar",
});
const options = (...scopes: readonly object[]) =>
  seminarPriceBook.options.map((option) => ({
    ...option,
    scopes: scopes.flatMap((change) => option.scopes.map((choice) => ({ ...choice, ...change }))),
  }));
const can = (size: string, ounces: string, cents: number) => ({
  size,
  label,
  fluidOunces: from(ounces),
  cost: costs(cents),
});
const usual = (change: object) => [{ key: "normal", label, ...change }];
const other = { ...seminarPriceBook.scopes[0], key: "attic", label };

test("a sound book warns of nothing", () => {
  expect(warningsOf({})).toEqual([]);
});

test("nothing in the example book is a slip; what only estimators choose, no option uses", () => {
  const warnings = priceBookWarnings(examplePriceBook, TODAY);
  expect(warnings.filter(({ code }) => code !== "unused").map(warningSentence)).toEqual([]);
});

test.each<[string, Partial<PriceBook>, readonly string[]]>([
  [
    "more coats, fewer hours: units an hour and hours a unit taken for each other",
    rates("units-per-hour", from("100"), from("150")),
    ["coats_take_less | substrates/walls/labour.byCoats.1 | 150 | 100"],
  ],
  [
    "the same with hours a unit and with piece rates",
    rates("hours-per-unit", from("0.02"), from("0.01")),
    ["coats_take_less | substrates/walls/labour.byCoats.1 | 0.01 | 0.02"],
  ],
  [
    "somewhere along two curves",
    rates("piece", line(["0", "2"], ["100", "3"]), line(["0", "4"], ["100", "2"])),
    ["coats_take_less | substrates/walls/labour.byCoats.1 | 4 | 2"],
  ],
  [
    "less than a foot an hour",
    rates("units-per-hour", from("0.01")),
    ["rate_backwards | substrates/walls/labour.byCoats.0 | 0.01"],
  ],
  [
    "hours for a foot",
    rates("hours-per-unit", from("110")),
    ["rate_backwards | substrates/walls/labour.byCoats.0 | 110"],
  ],
  [
    "cents for dollars",
    rates("piece", from("45")),
    ["piece_rate_high | substrates/walls/labour.byCoats.0 | 45"],
  ],
  [
    "a floor above the line",
    rates("units-per-hour", { ...line(["0", "300"], ["10", "100"]), floor: "200" }),
    ["floor_above_points | substrates/walls/labour.byCoats.0.floor | 200"],
  ],
  [
    "gallons to the foot where feet to the gallon belong",
    { substrates: substrates({ paint: { kind: "spread", unitsPerGallon: from("0.003") } }) },
    ["spread_unlikely | substrates/walls/paint.unitsPerGallon.value | 0.003"],
  ],
  [
    "and the other way round",
    { substrates: substrates({ paint: { kind: "gallons-per-unit", gallons: from("350") } }) },
    ["spread_unlikely | substrates/walls/paint.gallons.value | 350"],
  ],
  [
    "walls in linear feet",
    { substrates: substrates({ unit: "lf" }) },
    ["unit_unlike_quantity | substrates/walls/unit | lf | sqft"],
  ],
  [
    "percent where a factor belongs",
    { access: usual({ labour: from("15") }), ...labour({ load: from("0.35") }) },
    [
      "factor_unlikely | labour/load.value | 0.35 | 1-5",
      "factor_unlikely | access/normal/labour.value | 15 | 0.2-5",
    ],
  ],
  [
    "dollars where cents belong, minutes where hours belong",
    labour({ wage: costs(25), setUpHoursPerCrewDay: from("45") }),
    ["wage_low | labour/wage.cents | 25", "set_up_long | labour/setUpHoursPerCrewDay.value | 45"],
  ],
  [
    "a mark-up written as a margin",
    { profit: { ...seminarPriceBook.profit, items: { kind: "margin", percent: from("85") } } },
    ["margin_high | profit/items.percent | 85"],
  ],
  [
    "8.25 % without its point",
    { salesTax: { states: [], otherwise: { kind: "total", percent: from("82.5") } } },
    ["tax_high | salesTax/otherwise.percent.value | 82.5"],
  ],
  [
    "prices of two cans taken for each other",
    { products: products({ cans: [can("five", "640", 30_00), can("one", "128", 140_00)] }) },
    ["can_cheaper_than_smaller | products/paint/cans.0.cost.cents | 3000 | one"],
  ],
  [
    "a usual condition that makes everything dearer",
    { conditions: usual({ prep: from("1.3") }) },
    ["usual_has_effect | conditions/normal/prep.value | 1.3"],
  ],
  [
    "a product, a scope and a color nobody uses",
    {
      scopes: [...seminarPriceBook.scopes, other],
      colourSlots: [...seminarPriceBook.colourSlots, other],
      products: [...seminarPriceBook.products, ...products({ key: "oil", label })],
    },
    [
      "unused | colourSlots/attic | attic",
      "unused | scopes/attic | attic",
      "unused | products/oil | oil",
    ],
  ],
  [
    "an option that leaves surfaces without paint",
    { options: options() },
    ["choice_missing | options/only/scopes | walls", "unused | products/paint | paint"],
  ],
  [
    "an option with a coat too many",
    { options: options({ coats: 2 }) },
    ["no_rate_for_coats | options/only/scopes.0.coats | 2 | walls"],
  ],
  [
    "a discount whose last day is over, and one whose last day is today",
    {
      discounts: ["2026-11-25", TODAY].map((until, index) => ({
        key: `day-${index}`,
        label: { en: until, es: until },
        off: { kind: "amount", amount: costs(1) },
        until,
      })),
    },
    ["discount_ended | discounts/day-0/until | 2026-11-25"],
  ],
  [
    "a deposit cap without a cap",
    {
      payments: {
        ...seminarPriceBook.payments,
        depositCaps: [{ state: "CA", source: "seminar" }],
      },
    },
    ["cap_without_limit | payments/depositCaps.0 | CA"],
  ],
  [
    "a question that nobody can answer",
    { hints: [{ kind: "undecided", areaKind: "side", substrate: "walls" }] },
    ["hint_never_answered | hints/0.substrate | walls"],
  ],
  [
    "no name in Spanish, and the same name twice",
    {
      methods: [
        ...seminarPriceBook.methods,
        ...seminarPriceBook.methods.map((method) => ({
          ...method,
          key: "other",
          label: { en: "roller ", es: "" },
        })),
      ],
    },
    [
      "label_missing | methods/other/label.es | es",
      "label_twice | methods/other/label.en | roller ",
    ],
  ],
])("%s", (_, change, warnings) => {
  expect(warningsOf(change)).toEqual(warnings);
});

test("a warning in words", () => {
  const book = { ...seminarPriceBook, ...rates("units-per-hour", from("100"), from("150")) };
  expect(priceBookWarnings(book, TODAY).map(warningSentence)).toEqual([
    'Substrate "Walls", labour.byCoats.1 is 150 after 100 for one coat fewer: more coats would take less. Rates are for all the coats together.',
  ]);
});
