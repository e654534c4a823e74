import fc from "fast-check";
import { expect, test } from "vitest";
import type { Estimate } from "../../estimate/estimate.ts";
import { examplePriceBook } from "../example-price-book.ts";
import type { PriceBook } from "../price-book.ts";
import { estimateWithBook } from "../testing/arbitrary-estimate.ts";
import { buildArea, buildEstimate, buildItem } from "../testing/build-estimate.ts";
import { seminarPriceBook } from "../testing/seminar-price-book.ts";
import { ordinaryRules } from "./all-rules.ts";
import { compare } from "./compare.ts";
import { rulesHit } from "./coverage.ts";
import { inWords } from "./first-difference.ts";
import { priceByThePage } from "./reference.ts";
import type { ReferenceOption, ReferencePrice } from "./result.ts";

test("engine and reference agree to the last fraction on 2,000 random estimates with random price books", () => {
  const met = new Set<string>();
  let failedAt: number | null = null;
  fc.assert(
    fc.property(estimateWithBook, ({ estimate, book }) => {
      // A failing pair is made smaller for half a minute.
      if (failedAt !== null && Date.now() - failedAt > 30_000) return;
      const { difference, reference } = compare(estimate, book);
      if (difference !== null) {
        failedAt ??= Date.now();
        throw new Error(inWords(difference));
      }
      for (const rule of rulesHit(estimate, book, reference)) met.add(rule);
    }),
    { numRuns: 2000 },
  );
  expect(ordinaryRules.filter((rule) => !met.has(rule))).toEqual([]);
}, 120_000);

function only(estimate: Estimate, book: PriceBook): ReferenceOption {
  const [option] = priceByThePage(estimate, book).options;
  if (option === undefined) throw new Error("a book has an option");
  return option;
}

test("trade seminar: 5,080 sq ft come to 13 hours, 16 gallons and $1,881.60", () => {
  const room = buildArea("hall", [{ substrate: "walls", quantity: "5,080" }]);
  const lift = buildItem("lift", { quantity: "2", unitCost: 350_00 });
  const option = only(buildEstimate([room], [lift]), seminarPriceBook);
  expect(option.hours).toEqual({ exact: "127/10", charged: "13/1", crewDays: "1" });
  expect(option.paint).toMatchObject([
    { gallons: "1016/65", cans: ["16 × gallon"], cost: "40000" },
  ]);
  expect(option.cost).toMatchObject({ labour: "46800", paint: "40000", items: "70000" });
  expect(option.lines.map(({ cents }) => cents)).toEqual(["104160", "84000"]);
  expect(option.total).toBe("188160");
  expect(option.acceptable).toBe(true);
});

test.each([
  ["walls", "324/1"],
  ["ceiling", "125/1"],
  ["baseboard", "45/1"],
])("a 12'6\" × 10' × 8' room with a door and a window: %s %s", (substrate, quantity) => {
  const option = only(buildEstimate([buildArea("bedroom", [{ substrate }])]), examplePriceBook);
  expect(option.lines[0]?.surface?.quantity).toBe(quantity);
});

test("pool, then round: three rooms of 0.4 gallons are one gallon and one quart, never three", () => {
  const quart = {
    size: "quart",
    label: { en: "Quart", es: "Cuarto" },
    fluidOunces: { value: "32", source: "seminar" },
    cost: { cents: 10_00, source: "seminar" },
  };
  const products = seminarPriceBook.products.map((product) => ({
    ...product,
    cans: [...product.cans, quart],
  }));
  const rooms = ["a", "b", "c"].map((id) =>
    buildArea(id, [{ substrate: "walls", quantity: "130" }]),
  );
  const option = only(buildEstimate(rooms), { ...seminarPriceBook, products });
  expect(option.paint).toMatchObject([
    { gallons: "6/5", cans: ["1 × gallon", "1 × quart"], bought: "5/4", cost: "3500" },
  ]);
  expect(option.lines.map(({ cents }) => cents)).toEqual(["2840", "2840", "2840"]);
});

test("monthly payment: $10,000 over 60 months at 6 % are $193.33 a month, at 0 % $166.67", () => {
  const plan = (key: string, apr: string) => ({
    key,
    label: { en: key, es: key },
    apr: { value: apr, source: "seminar" },
    months: 60,
    minimum: { cents: 0, source: "seminar" },
  });
  const financing = [plan("six", "6"), plan("none", "0")];
  const item = buildItem("job", { kind: "price", unitCost: 10_000_00 });
  const option = only(buildEstimate([], [item]), { ...seminarPriceBook, financing });
  expect(option.money.financing).toEqual([
    { key: "six", cents: "19333" },
    { key: "none", cents: "16667" },
  ]);
});

test("they also agree on what no number holds: such an option has no figures, and is no offer", () => {
  const rate = { value: "0.000001", source: "seminar" };
  const substrates = seminarPriceBook.substrates.map((substrate) => ({
    ...substrate,
    labour: { kind: "units-per-hour" as const, byCoats: [rate] },
  }));
  const book = { ...seminarPriceBook, substrates };
  const rooms = ["a", "b", "c"].map((id) =>
    buildArea(id, [{ substrate: "walls", quantity: "1000000" }]),
  );
  const { difference, reference } = compare(buildEstimate(rooms), book);
  expect(difference).toBeNull();
  expect(BigInt(reference.options[0]?.total ?? "0")).toBeGreaterThan(2n ** 53n);
  expect(reference.options[0]?.acceptable).toBe(false);
});

const shuffled = <T>(values: readonly T[], seed: number): readonly T[] =>
  values
    .map((value, index) => ({ value, at: Math.imul(index + 1, seed | 1) >>> 0 }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ value }) => value);

const shuffle = (estimate: Estimate, seed: number): Estimate => ({
  ...estimate,
  areas: shuffled(estimate.areas, seed).map(({ area, surfaces }) => ({
    area,
    surfaces: shuffled(surfaces, seed + 2),
  })),
  items: shuffled(estimate.items, seed + 4),
});

/** Lines stand in the painter's order, and a missing companion is said of the first surface that misses it. */
const withoutOrder = ({ options, problems }: ReferencePrice) => ({
  options: options.map((option) => ({
    ...option,
    lines: option.lines.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    offers: option.offers.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  })),
  problems: problems.filter((problem) => !problem.startsWith("companion_missing")),
});

test("the order of areas, surfaces and items changes nothing but the order of lines", () => {
  fc.assert(
    fc.property(estimateWithBook, fc.nat(), ({ estimate, book }, seed) => {
      const before = withoutOrder(priceByThePage(estimate, book));
      expect(withoutOrder(priceByThePage(shuffle(estimate, seed), book))).toEqual(before);
    }),
    { numRuns: 200 },
  );
});
