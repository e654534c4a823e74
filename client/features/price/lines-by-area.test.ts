import fc from "fast-check";
import { expect, test } from "vitest";
import { examplePriceBook } from "../../../shared/pricing/example-price-book.ts";
import { price } from "../../../shared/pricing/price.ts";
import { arbitraryEstimate } from "../../../shared/pricing/testing/arbitrary-estimate.ts";
import { linesByArea } from "./lines-by-area.ts";

test("the groups hold every line once and add up to the total", () => {
  fc.assert(
    fc.property(arbitraryEstimate(examplePriceBook), (estimate) => {
      for (const option of price(estimate, examplePriceBook).options) {
        const groups = linesByArea(option);
        expect(groups.flatMap(({ lines }) => lines)).toHaveLength(option.lines.length);
        expect(groups.reduce((sum, { cents }) => sum + cents, 0)).toBe(option.money.netCents);
        expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
      }
    }),
    { numRuns: 50 },
  );
});
