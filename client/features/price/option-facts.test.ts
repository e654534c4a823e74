import { expect, test } from "vitest";
import { examplePriceBook } from "../../../shared/pricing/example-price-book.ts";
import { price } from "../../../shared/pricing/price.ts";
import { buildArea, buildEstimate } from "../../../shared/pricing/testing/build-estimate.ts";
import { en } from "../../words/en.ts";
import { createFormats } from "../../words/formats.ts";
import { cansWords, optionFacts, paintTotals } from "./option-facts.ts";

const words = { t: en, language: "en", ...createFormats("en-US") } as const;

const priced = price(
  buildEstimate([
    buildArea("a", [
      { substrate: "walls" },
      { substrate: "ceiling", prep: "heavy" },
      { substrate: "baseboard", prep: "light", coats: 2 },
    ]),
  ]),
  examplePriceBook,
);

const factOf = (option: number, key: string) =>
  optionFacts(priced.options, examplePriceBook, words)[option]?.find((fact) => fact.key === key);

test("every option has the same rows", () => {
  const rows = optionFacts(priced.options, examplePriceBook, words);
  const keys = rows.map((facts) => facts.map(({ key }) => key).join());
  expect(new Set(keys)).toEqual(new Set(["warranty,products,coats,prep"]));
});

test("what is not alike is marked", () => {
  expect(factOf(0, "warranty")).toMatchObject({ text: "2 years", differs: true });
  const [only] = optionFacts(priced.options.slice(0, 1), examplePriceBook, words);
  expect(only?.some(({ differs }) => differs)).toBe(false);
});

test("prep goes from least to most, whatever the order of the rooms", () => {
  expect(factOf(1, "prep")?.text).toBe("Light, Heavy");
});

test("each paint has a line of its own, once", () => {
  expect(factOf(1, "products")?.text.split("\n")).toEqual([
    "Interior, premium line",
    "Ceiling paint",
    "Trim enamel",
  ]);
});

test("coats are a range where they differ", () => {
  expect(factOf(0, "coats")?.text).toBe("1 to 2 coats");
});

test("an option without lines has nothing to say about paint", () => {
  const empty = price(buildEstimate([]), examplePriceBook);
  const [facts] = optionFacts(empty.options, examplePriceBook, words);
  expect(facts?.map(({ key }) => key)).toEqual(["warranty"]);
});

test("cans of all paints add up", () => {
  const [good] = priced.options;
  if (!good) throw new Error("the example price book has options");
  const counts = good.paint.flatMap(({ cans }) => cans.map(({ count }) => count));
  expect(paintTotals(good).cans).toBe(counts.reduce((sum, count) => sum + count, 0));
  for (const need of good.paint) expect(cansWords(need, words)).toMatch(/^\d+ × \w+/);
});
