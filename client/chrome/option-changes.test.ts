import { expect, test } from "vitest";
import { examplePriceBook } from "../../shared/pricing/example-price-book.ts";
import type { PriceBook } from "../../shared/pricing/price-book.ts";
import { price } from "../../shared/pricing/price.ts";
import { buildArea, buildEstimate } from "../../shared/pricing/testing/build-estimate.ts";
import { optionChanges } from "./option-changes.ts";

const estimate = buildEstimate([
  buildArea("a", [{ substrate: "walls" }, { substrate: "ceiling" }]),
]);
const before = price(estimate, examplePriceBook);
const changesWith = (book: PriceBook) => optionChanges(before, price(estimate, book), "en");

test("the same book changes nothing", () => {
  for (const { before: was, after, lines, lost } of changesWith(examplePriceBook)) {
    expect(after).toBe(was);
    expect(lines).toEqual([]);
    expect(lost).toBe(false);
  }
});

test("a higher wage is told line by line", () => {
  const { labour } = examplePriceBook;
  const wage = { ...labour.wage, cents: labour.wage.cents + 500 };
  const [good] = changesWith({ ...examplePriceBook, labour: { ...labour, wage } });
  expect(good?.lines.map(({ name }) => name)).toContain("Bedroom: Walls");
  const difference = good?.lines.reduce(
    (sum, line) => sum + (line.after ?? 0) - (line.before ?? 0),
    0,
  );
  expect(difference).toBe((good?.after ?? 0) - (good?.before ?? 0));
});

test("a line, or an option, that only one of the books has", () => {
  const ceilingless = examplePriceBook.substrates.filter(({ key }) => key !== "ceiling");
  const [good] = changesWith({ ...examplePriceBook, substrates: ceilingless });
  expect(good?.lost).toBe(true);
  expect(good?.lines).toContainEqual(
    expect.objectContaining({ name: "Bedroom: Ceiling", after: null }),
  );
  const gone = changesWith({ ...examplePriceBook, options: examplePriceBook.options.slice(1) });
  expect(gone.at(-1)).toMatchObject({ key: "good", after: null, lost: true });
});
