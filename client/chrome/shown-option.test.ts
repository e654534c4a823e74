import { expect, test } from "vitest";
import { examplePriceBook } from "../../shared/pricing/example-price-book.ts";
import { price } from "../../shared/pricing/price.ts";
import { buildEstimate } from "../../shared/pricing/testing/build-estimate.ts";
import { shownOption } from "./shown-option.ts";

const priced = price(buildEstimate([]), examplePriceBook);

test("what was accepted stands before what is asked for, and that before the middle", () => {
  expect(shownOption({ acceptedOption: "good" }, priced, "best")?.key).toBe("good");
  expect(shownOption({ acceptedOption: null }, priced, "best")?.key).toBe("best");
  expect(shownOption({ acceptedOption: null }, priced)?.key).toBe("better");
  expect(shownOption({ acceptedOption: null }, priced, "gold")?.key).toBe("better");
});

test("a price book without options shows none", () => {
  expect(shownOption({ acceptedOption: null }, { ...priced, options: [] })).toBeUndefined();
});
