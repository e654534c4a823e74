import fc from "fast-check";
import { expect, test } from "vitest";
import type { Estimate } from "../estimate/estimate.ts";
import { compare } from "../exact/exact.ts";
import { traceFault } from "./check-trace.ts";
import { examplePriceBook } from "./example-price-book.ts";
import { price } from "./price.ts";
import type { PriceBook } from "./price-book.ts";
import type { PricedEstimate, PricedOption } from "./priced-estimate.ts";
import { arbitraryEstimate, plausibleEstimate } from "./testing/arbitrary-estimate.ts";
import { buildArea, buildEstimate } from "./testing/build-estimate.ts";

const from = (value: string) => ({ value, source: "starting" });
const inCents = (amount: number) => ({ cents: amount, source: "starting" });
const wholeHours: PriceBook = {
  ...examplePriceBook,
  labour: { ...examplePriceBook.labour, hours: "whole-hours-up" },
};
/** The rules that the example does without: piece rates, sundries on paint, paint that access wastes. */
const otherRules: PriceBook = {
  ...wholeHours,
  substrates: wholeHours.substrates.map((substrate) =>
    substrate.scope === "trim"
      ? { ...substrate, labour: { kind: "piece", byCoats: [1_10, 1_99, 2_53, 3_01].map(inCents) } }
      : substrate,
  ),
  access: wholeHours.access.map((access) => ({ ...access, paint: from("1.07") })),
  products: wholeHours.products.map((product, index) =>
    index % 2 === 0 ? { ...product, profit: { kind: "margin", percent: from("33.3") } } : product,
  ),
  sundries: [
    ...wholeHours.sundries,
    { kind: "percent-of-paint", key: "rollers", label: { en: "", es: "" }, percent: from("7") },
  ],
};
const books = fc.constantFrom(examplePriceBook, wholeHours, otherRules);
const plausible = plausibleEstimate(examplePriceBook);

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
  }));

const everyTrace = (option: PricedOption) => [
  option.trace,
  option.hours.trace,
  ...option.lines.map((line) => line.trace),
  ...option.paint.flatMap(({ trace }) => [trace.exactGallons, trace.gallonsBought, trace.cost]),
];

test("the order of areas, surfaces and items changes no cent", () => {
  fc.assert(
    fc.property(plausible, books, fc.nat(), (estimate, book, seed) => {
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

test("a total is the sum of its lines, in every option", () => {
  fc.assert(
    fc.property(arbitraryEstimate(examplePriceBook), books, (estimate, book) => {
      for (const option of price(estimate, book).options) {
        const sum = option.lines.reduce((cents, line) => cents + line.cents, 0);
        expect(option.totalCents).toBe(sum);
      }
    }),
  );
});

test("any estimate the schemas let through is priced in finite whole cents", () => {
  fc.assert(
    fc.property(arbitraryEstimate(examplePriceBook), books, (estimate, book) => {
      const priced = price(estimate, book);
      for (const option of priced.options) {
        for (const line of option.lines) expect(Number.isSafeInteger(line.cents)).toBe(true);
        expect(Number.isSafeInteger(option.totalCents)).toBe(true);
        const blocking = priced.problems.some(
          (problem) => problem.blocking && (problem.option ?? option.key) === option.key,
        );
        expect(option.acceptable).toBe(!blocking);
        if (option.acceptable) expect(option.totalCents).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
});

test("every figure's explanation works out to the figure", () => {
  fc.assert(
    fc.property(plausible, books, (estimate, book) => {
      for (const option of price(estimate, book).options) {
        for (const trace of everyTrace(option)) expect(traceFault(trace)).toBeNull();
        expect(Number(option.trace.value.n)).toBe(option.totalCents);
        expect(compare(option.hours.trace.value, option.hours.charged)).toBe(0);
        for (const line of option.lines) expect(Number(line.trace.value.n)).toBe(line.cents);
        for (const need of option.paint) {
          expect(compare(need.trace.exactGallons.value, need.exactGallons)).toBe(0);
          expect(compare(need.gallonsBought, need.exactGallons)).toBeGreaterThanOrEqual(0);
          expect(Number(need.trace.cost.value.n)).toBe(need.costCents);
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
