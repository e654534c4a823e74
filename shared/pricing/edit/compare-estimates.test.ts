import { expect, test } from "vitest";
import { examplePriceBook } from "../example-price-book.ts";
import { price } from "../price.ts";
import type { PriceBook } from "../price-book.ts";
import { buildArea, buildEstimate } from "../testing/build-estimate.ts";
import { compareEstimate, compareEstimates } from "./compare-estimates.ts";
import { withValueAt } from "./json.ts";

const book = examplePriceBook;
const bedroom = buildEstimate([buildArea("a1", [{ substrate: "walls" }])]);
const twice = {
  ...buildEstimate([buildArea("a1", [{ substrate: "walls" }, { substrate: "ceiling" }])]),
};
const dearer: PriceBook = Object(
  withValueAt(book, "labour.wage.cents", book.labour.wage.cents * 2),
);

test("every option has both totals and the difference with its sign", () => {
  const { options, largest, newlyNotPriceable } = compareEstimate(twice, book, dearer);
  const [before, after] = [price(twice, book), price(twice, dearer)];
  expect(options.map(({ key }) => key)).toEqual(book.options.map(({ key }) => key));
  for (const [at, option] of options.entries()) {
    const [was, is] = [before.options[at]?.totalCents ?? 0, after.options[at]?.totalCents ?? 0];
    expect(option).toMatchObject({ before: was, after: is, difference: is - was });
  }
  expect(largest).toBe(Math.max(...options.map(({ difference }) => Math.abs(difference ?? 0))));
  expect(newlyNotPriceable).toBe(false);
});

test("the same book changes nothing", () => {
  expect(compareEstimate(bedroom, book, book)).toMatchObject({ largest: 0 });
});

test("an estimate that loses its price comes first, whatever the others do", () => {
  const without = {
    ...dearer,
    substrates: dearer.substrates.filter(({ key }) => key !== "ceiling"),
  };
  const [first, second] = compareEstimates([bedroom, twice], book, without);
  expect(first?.newlyNotPriceable).toBe(true);
  expect(
    first?.options.every(({ after, difference }) => after === null && difference === null),
  ).toBe(true);
  expect(second?.newlyNotPriceable).toBe(false);
});

test("an option that comes or goes has one total only", () => {
  const [gone, ...options] = book.options;
  const { options: compared } = compareEstimate(bedroom, book, { ...book, options });
  expect(compared.at(-1)).toMatchObject({ key: gone?.key, after: null, newlyNotPriceable: true });
});

test("the largest difference comes first", () => {
  const big = buildEstimate([buildArea("a1", [{ substrate: "walls" }], { length: "40" })]);
  const compared = compareEstimates([bedroom, big], book, dearer);
  expect(compared[0]?.largest).toBeGreaterThan(compared[1]?.largest ?? Infinity);
});
