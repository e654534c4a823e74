import fc from "fast-check";
import { expect, test } from "vitest";
import type { Estimate } from "../estimate/estimate.ts";
import { compare, exact, rounded, wholeNumber } from "../exact/exact.ts";
import { centsOf } from "./cents.ts";
import { traceFault } from "./check-trace.ts";
import { examplePriceBook } from "./example-price-book.ts";
import { price } from "./price.ts";
import type { PriceBook } from "./price-book.ts";
import type { PricedEstimate, PricedOption } from "./priced-estimate.ts";
import { arbitraryEstimate, plausibleEstimate } from "./testing/arbitrary-estimate.ts";
import { arbitraryPriceBook } from "./testing/arbitrary-price-book.ts";
import { buildArea, buildEstimate, buildItem } from "./testing/build-estimate.ts";

const wholeHours: PriceBook = {
  ...examplePriceBook,
  labour: { ...examplePriceBook.labour, hours: "whole-hours-up" },
};
const books = fc.constantFrom(examplePriceBook, wholeHours);
const plausible = plausibleEstimate(examplePriceBook);
/** Random books of every rule there is, each with a painter's estimate or with anything at all. */
const plausiblePair = arbitraryPriceBook.chain((book) =>
  plausibleEstimate(book).map((estimate) => ({ book, estimate })),
);
const anyPair = arbitraryPriceBook.chain((book) =>
  arbitraryEstimate(book).map((estimate) => ({ book, estimate })),
);

const shuffled = <T>(values: readonly T[], seed: number): T[] =>
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

/** What must not depend on any order: each line's cents by id, the totals, the cans. */
const figures = ({ options }: PricedEstimate) =>
  options.map((option) => ({
    total: option.totalCents,
    lines: Object.fromEntries(option.lines.map((line) => [line.id, line.cents])),
    paint: option.paint.map(({ key, colour, cans, costCents }) => ({
      key,
      colour,
      cans,
      costCents,
    })),
    days: option.hours.crewDays,
    cost: option.cost,
    money: {
      list: option.money.listCents,
      discounts: option.money.discounts.map(({ cents }) => cents),
      tax: option.money.tax?.cents,
      payments: option.money.payments.map(({ cents }) => cents),
      monthly: option.money.financing.map(({ cents }) => cents),
    },
  }));

const everyTrace = ({ trace, hours, lines, offers, paint, money }: PricedOption) => [
  trace,
  hours.trace,
  ...[...lines, ...offers].map((line) => line.trace),
  ...paint.flatMap((need) => [need.trace.exactGallons, need.trace.gallonsBought, need.trace.cost]),
  money.listTrace,
  money.subtotalTrace,
  ...[...money.discounts, ...money.payments, ...money.financing].map((figure) => figure.trace),
  ...(money.tax ? [money.tax.trace] : []),
];

test("the order of areas, surfaces and items changes no cent", () => {
  fc.assert(
    fc.property(plausiblePair, fc.nat(), ({ book, estimate }, seed) => {
      expect(figures(price(shuffle(estimate, seed), book))).toEqual(figures(price(estimate, book)));
    }),
  );
});

test("nor does the order of rooms that are all alike", () => {
  const rooms = ["a", "b", "c", "d", "e", "f", "g"].map((id) =>
    buildArea(id, [{ substrate: "walls" }, { substrate: "ceiling" }]),
  );
  const estimate = buildEstimate(rooms);
  fc.assert(
    fc.property(books, fc.nat(), (book, seed) => {
      expect(figures(price(shuffle(estimate, seed), book))).toEqual(figures(price(estimate, book)));
    }),
  );
});

test("lines, discounts, tax and payments add up, in every option", () => {
  fc.assert(
    fc.property(plausiblePair, ({ book, estimate }) => {
      for (const { lines, money, totalCents } of price(estimate, book).options) {
        const sum = (parts: readonly { readonly cents: number }[]) =>
          parts.reduce((cents, part) => cents + part.cents, 0);
        expect(money.netCents).toBe(sum(lines));
        expect(money.subtotalCents).toBe(money.listCents - sum(money.discounts));
        expect(totalCents).toBe(money.subtotalCents + (money.tax?.cents ?? 0));
        if (money.payments.length > 0) expect(sum(money.payments)).toBe(totalCents);
        for (const payment of money.payments) expect(payment.cents).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test("a list price beyond all bounds is no offer, however much is taken off it", () => {
  const source = examplePriceBook.labour.load.source;
  const nearlyAll = { value: "99.999999", source };
  const all: PriceBook = {
    ...examplePriceBook,
    listDiscount: nearlyAll,
    discounts: [
      {
        key: "all",
        label: { en: "All", es: "Todo" },
        off: { kind: "percent", percent: nearlyAll },
        until: null,
      },
    ],
  };
  const lift = buildItem("lift", { kind: "price", unitCost: 100_000_000_00 });
  const { options, problems } = price(buildEstimate([], [lift], { discounts: "all" }), all);
  for (const { key: option, acceptable, money, totalCents } of options) {
    expect(totalCents).toBe(100_000_000_00);
    expect([acceptable, money.payments, money.financing]).toEqual([false, [], []]);
    expect(problems).toContainEqual({ code: "total_too_large", blocking: true, option });
  }
});

test("any estimate the schemas let through is priced in finite whole cents", () => {
  fc.assert(
    fc.property(anyPair, ({ book, estimate }) => {
      const priced = price(estimate, book);
      for (const option of priced.options) {
        for (const line of option.lines) expect(Number.isSafeInteger(line.cents)).toBe(true);
        expect(Number.isSafeInteger(option.totalCents)).toBe(true);
        const blocking = priced.problems.some(
          (problem) => problem.blocking && (problem.option ?? option.key) === option.key,
        );
        if (option.acceptable) expect(blocking).toBe(false);
        if (option.acceptable) expect(option.totalCents).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
});

test("every figure's explanation works out to the figure", () => {
  fc.assert(
    fc.property(plausiblePair, ({ book, estimate }) => {
      for (const option of price(estimate, book).options) {
        for (const trace of everyTrace(option)) expect(traceFault(trace)).toBeNull();
        expect(wholeNumber(option.trace.value)).toBe(option.totalCents);
        expect(compare(option.hours.trace.value, option.hours.charged)).toBe(0);
        for (const line of option.lines) expect(wholeNumber(line.trace.value)).toBe(line.cents);
        for (const need of option.paint) {
          expect(compare(need.trace.exactGallons.value, need.exactGallons)).toBe(0);
          expect(compare(need.gallonsBought, need.exactGallons)).toBeGreaterThanOrEqual(0);
          expect(centsOf(exact(rounded(need.trace.cost.value)))).toBe(need.costCents);
        }
      }
    }),
  );
});

test("painting one more surface never lowers a total", () => {
  fc.assert(
    fc.property(plausible, books, fc.nat(), (estimate, book, pick) => {
      const all = estimate.areas.flatMap((area) => area.surfaces);
      fc.pre(all.length > 0);
      const extra = all[pick % all.length];
      const paint = (painted: boolean): Estimate => ({
        ...estimate,
        areas: estimate.areas.map(({ area, surfaces }) => ({
          area,
          surfaces: surfaces.map((surface) =>
            surface.id === extra?.id ? { ...surface, painted } : surface,
          ),
        })),
      });
      const without = price(paint(false), book).options;
      for (const [index, option] of price(paint(true), book).options.entries()) {
        expect(option.totalCents).toBeGreaterThanOrEqual(without[index]?.totalCents ?? 0);
        expect(option.cost.paintCents).toBeGreaterThanOrEqual(without[index]?.cost.paintCents ?? 0);
      }
    }),
  );
});

test("a priced estimate survives the trip to another thread", () => {
  const priced = price(buildEstimate([buildArea("a", [{ substrate: "walls" }])]), examplePriceBook);
  expect(structuredClone(priced)).toEqual(priced);
});

test("an estimate is not changed by pricing it", () => {
  fc.assert(
    fc.property(plausible, (estimate) => {
      const before = structuredClone(estimate);
      price(estimate, examplePriceBook);
      expect(estimate).toEqual(before);
    }),
    { numRuns: 20 },
  );
});
