import { expect, test } from "vitest";
import { printExact } from "../exact/print-exact.ts";
import { examplePriceBook } from "./example-price-book.ts";
import { parsePriceBook } from "./parse-price-book.ts";
import { price } from "./price.ts";
import type { PriceBook } from "./price-book.ts";
import type { PricedOption } from "./priced-estimate.ts";
import { surfaceQuantity } from "./quantities.ts";
import { buildArea, buildEstimate, buildItem } from "./testing/build-estimate.ts";
import { seminarPriceBook } from "./testing/seminar-price-book.ts";

function optionOf(estimate: Parameters<typeof price>[0], book: PriceBook, key: string) {
  const priced = price(estimate, book);
  const option = priced.options.find((it) => it.key === key);
  if (option === undefined) throw new Error(`no option ${key}`);
  return option;
}

const gallons = (option: PricedOption) =>
  option.paint.map((need) => ({
    exact: printExact(need.exactGallons).text,
    cans: need.cans.map((can) => `${can.count} ${can.size}`),
    costCents: need.costCents,
  }));

test("trade seminar: 5,080 sq ft come to 13 hours, 16 gallons and $1,881.60", () => {
  const parsed = parsePriceBook(JSON.stringify(seminarPriceBook));
  expect(parsed.ok).toBe(true);
  const room = buildArea("hall", [{ substrate: "walls", quantity: "5,080" }]);
  const lift = buildItem("lift", { label: "Lift rental", quantity: "2", unitCost: 350_00 });
  const option = optionOf(buildEstimate([room], [lift]), seminarPriceBook, "only");

  expect(printExact(option.hours.exact).text).toBe("12.7");
  expect(printExact(option.hours.charged).text).toBe("13");
  expect(gallons(option)).toEqual([{ exact: "15.63", cans: ["16 gallon"], costCents: 400_00 }]);
  expect(option.cost).toMatchObject({
    labourCents: 468_00,
    paintCents: 400_00,
    sundriesCents: 0,
    chargesCents: 0,
    itemsCents: 700_00,
    totalCents: 1_568_00,
  });
  expect(option.totalCents).toBe(1_881_60);
  expect(option.acceptable).toBe(true);
  expect(option.lines.map((line) => line.cents)).toEqual([(468_00 + 400_00) * 1.2, 840_00]);
});

test.each([
  ["walls", "324"],
  ["ceiling", "125"],
  ["baseboard", "45"],
  ["doors", "1"],
  ["windows", "1"],
  ["closet", "1"],
])("a 12'6\" × 10' × 8' room with a door and a window: %s %s", (substrate, quantity) => {
  const { area } = buildArea("bedroom", []);
  const result = surfaceQuantity(examplePriceBook, area, { substrate, quantity: null });
  expect(result?.ok && printExact(result.quantity.value).text).toBe(quantity);
});

test("its walls are 360 sq ft gross, less a door of 21 and a window of 15", () => {
  const { area } = buildArea("bedroom", []);
  const result = surfaceQuantity(examplePriceBook, area, { substrate: "walls", quantity: null });
  expect(
    result?.ok && result.quantity.inputs.map(({ key, value }) => [key, printExact(value).text]),
  ).toEqual([
    ["gross-area", "360"],
    ["openings", "36"],
  ]);
});

test("pool, then round: three rooms of 0.4 gallons are one gallon and one quart, never three", () => {
  const book: PriceBook = {
    ...seminarPriceBook,
    products: seminarPriceBook.products.map((product) => ({
      ...product,
      cans: [
        ...product.cans,
        {
          size: "quart",
          label: { en: "Quart", es: "Cuarto" },
          fluidOunces: { value: "32", source: "seminar" },
          cost: { cents: 10_00, source: "seminar" },
        },
      ],
    })),
  };
  const rooms = ["a", "b", "c"].map((id) =>
    buildArea(id, [{ substrate: "walls", quantity: "130" }]),
  );
  const option = optionOf(buildEstimate(rooms), book, "only");
  expect(gallons(option)).toEqual([
    { exact: "1.2", cans: ["1 gallon", "1 quart"], costCents: 35_00 },
  ]);
  // $35.00 × 1.20 = $42.00 of paint, $20 × 1.80 × 1.20 = $43.20 for the one hour: three equal lines.
  expect(option.lines.map((line) => line.cents)).toEqual([28_40, 28_40, 28_40]);
});

test("another colour, sheen or product is another pool", () => {
  const room = (id: string, colour: string) => buildArea(id, [{ substrate: "walls", colour }]);
  const named = [room("a", "Swiss Coffee"), room("b", " swiss  coffee"), room("c", "SW 7008")];
  const option = optionOf(buildEstimate([...named, room("d", "")]), examplePriceBook, "better");
  expect(option.paint.map((need) => need.colour)).toEqual([
    { kind: "named", name: "SW 7008" },
    { kind: "named", name: "Swiss Coffee" },
    { kind: "slot", slot: "walls", label: { en: "Wall color", es: "Color de paredes" } },
  ]);
});

test("production rate, multipliers and prep: hours worked out by hand", () => {
  const tall = { height: "10", occupancy: "furnished" };
  const room = buildArea("den", [{ substrate: "walls", quantity: "330", prep: "moderate" }], tall);
  const option = optionOf(buildEstimate([room]), examplePriceBook, "better");
  const [line] = option.lines;
  if (line?.kind !== "surface") throw new Error("no surface line");
  // 330 ÷ 110 × 1.10 × 1.20 + 330 ÷ 600 × 1.10 × 1.20 = 3.96 + 0.726
  expect(printExact(line.hours, 4).text).toBe("4.686");
  // 330 × 2 ÷ 325 × 1.10
  expect(printExact(line.gallons, 4).text).toBe("2.2338");
});

test("a piece rate is agreed money: whole hours do not inflate it", () => {
  const book: PriceBook = {
    ...seminarPriceBook,
    substrates: seminarPriceBook.substrates.map((substrate) => ({
      ...substrate,
      labour: { kind: "piece", byCoats: [{ value: "0.50", source: "seminar" }] },
    })),
  };
  const room = buildArea("a", [{ substrate: "walls", quantity: "325" }]);
  const option = optionOf(buildEstimate([room]), book, "only");
  // 325 × $0.50 = $162.50 and one gallon at $25, both × 1.20; $162.50 buys 4.51 hours at $36.
  expect(option.totalCents).toBe(225_00);
  expect(printExact(option.hours.charged).text).toBe("4.51");
  expect(option.cost.labourCents).toBe(162_50);
});

test("margin is of the price, not of the cost: $75 at 25 % is $100", () => {
  const margin = { kind: "margin", percent: { value: "25", source: "seminar" } } as const;
  const book = { ...seminarPriceBook, profit: { ...seminarPriceBook.profit, items: margin } };
  const item = buildItem("sign", { quantity: "1", unitCost: 75_00 });
  expect(optionOf(buildEstimate([], [item]), book, "only").totalCents).toBe(100_00);
});

test("the minimum charge is topped up to, and a credit is taken off afterwards", () => {
  const book = { ...seminarPriceBook, minimumCharge: { cents: 500_00, source: "seminar" } };
  const small = buildItem("small", { unitCost: 100_00 });
  const credit = buildItem("credit", { unitCost: -50_00 });
  const option = optionOf(buildEstimate([], [small, credit]), book, "only");
  expect(option.lines.map((line) => [line.id, line.cents])).toEqual([
    ["small", 120_00],
    ["credit", -50_00],
    ["minimum", 380_00],
  ]);
  expect(option.totalCents).toBe(450_00);
});

test("coats and prep of a surface stand above the option's", () => {
  const wish = { substrate: "walls", coats: 3, prep: "heavy" } as const;
  const option = optionOf(buildEstimate([buildArea("a", [wish])]), examplePriceBook, "good");
  expect(option.lines[0]).toMatchObject({
    coats: 3,
    prep: { kind: "level", label: { en: "Heavy" } },
  });
});
