import { expect, test } from "vitest";
import { examplePriceBook } from "../../../shared/pricing/example-price-book.ts";
import { en } from "../../words/en.ts";
import { es } from "../../words/es.ts";
import { quantityText, quantityUnit } from "./quantity-unit.ts";

const nothing = { substrate: "", itemKind: "", addOn: "" };
const unitOf = (part: Partial<typeof nothing>, book: typeof examplePriceBook | null) =>
  quantityUnit({ ...nothing, ...part }, book);

test("a surface is measured as in the price book, a crew in days", () => {
  expect(unitOf({ substrate: "walls" }, examplePriceBook)).toBe("sqft");
  expect(unitOf({ substrate: "baseboard" }, examplePriceBook)).toBe("lf");
  const [addOn] = examplePriceBook.addOns;
  expect(unitOf({ itemKind: "add-on", addOn: addOn?.key ?? "" }, examplePriceBook)).toBe(
    addOn?.unit,
  );
  expect(unitOf({ itemKind: "crew-days" }, null)).toBe("day");
});

test("pieces of a line go without saying, and nothing is guessed without the price book", () => {
  expect(unitOf({ itemKind: "cost" }, examplePriceBook)).toBeNull();
  expect(unitOf({ substrate: "walls" }, null)).toBeNull();
});

test("a quantity is said as it was typed, with its unit", () => {
  expect(quantityText("324", "sqft", en)).toBe("324 sq ft");
  expect(quantityText("18.50", "lf", en)).toBe("18.50 ft");
  expect(quantityText("1", "each", en)).toBe("1 piece");
  expect(quantityText("2½", "day", en)).toBe("2.5 days");
  expect(quantityText("324", "sqft", es)).toBe(es.areaSquareFeet("324"));
});

test("what is no number has no unit", () => {
  expect(quantityText("as measured", "sqft", en)).toBe("as measured");
  expect(quantityText("3", null, en)).toBe("3");
});
