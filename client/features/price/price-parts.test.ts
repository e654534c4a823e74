import fc from "fast-check";
import { expect, test } from "vitest";
import { examplePriceBook } from "../../../shared/pricing/example-price-book.ts";
import { price } from "../../../shared/pricing/price.ts";
import { buildArea, buildEstimate } from "../../../shared/pricing/testing/build-estimate.ts";
import { priceParts } from "./price-parts.ts";

const [option] = price(
  buildEstimate([buildArea("a", [{ substrate: "walls" }, { substrate: "ceiling" }])]),
  examplePriceBook,
).options;
if (!option) throw new Error("the example book has options");

const costs = (labour: number, paint: number, subtotal: number) => ({
  cost: {
    ...option.cost,
    labourCents: labour,
    paintCents: paint,
    sundriesCents: 0,
    chargesCents: 0,
    itemsCents: 0,
    totalCents: labour + paint,
  },
  money: { ...option.money, subtotalCents: subtotal },
});

test("a real price is its costs and what is left over", () => {
  const parts = priceParts(option);
  expect(parts.reduce((sum, { cents }) => sum + cents, 0)).toBe(option.money.subtotalCents);
  expect(parts.map(({ key }) => key)).toContain("profit");
});

test("parts follow one another from the start of the bar to its end, in percents that make 100", () => {
  const cents = fc.integer({ min: 0, max: 50_000_000 });
  fc.assert(
    fc.property(cents, cents, cents, (labour, paint, profit) => {
      const parts = priceParts(costs(labour, paint, labour + paint + profit));
      const last = parts.at(-1);
      parts.reduce((end, { start, length }) => {
        expect(start).toBeCloseTo(end, 9);
        return start + length;
      }, 0);
      if (labour + paint + profit === 0) expect(last).toMatchObject({ percent: null, length: 0 });
      else {
        expect(parts.reduce((sum, { percent }) => sum + (percent ?? 0), 0)).toBe(100);
        expect((last?.start ?? 0) + (last?.length ?? 0)).toBeCloseTo(1, 9);
      }
    }),
  );
});

test("a loss is what the costs stick out over the price", () => {
  expect(priceParts(costs(80_00, 40_00, 100_00))).toEqual([
    { key: "labour", cents: 80_00, percent: 80, start: 0, length: 80 / 120 },
    { key: "paint", cents: 40_00, percent: 40, start: 80 / 120, length: 40 / 120 },
    { key: "profit", cents: -20_00, percent: -20, start: 100 / 120, length: 20 / 120 },
  ]);
});

test("without a price there is no percentage", () => {
  expect(priceParts(costs(10_00, 0, 0)).map(({ percent }) => percent)).toEqual([null, null]);
});
