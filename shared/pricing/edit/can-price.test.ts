import { expect, test } from "vitest";
import { examplePriceBook } from "../example-price-book.ts";
import { centsPerGallon } from "./can-price.ts";

const [product] = examplePriceBook.products;
if (product === undefined) throw new Error("the example has no products");
const can = (ounces: string, cents: number) => ({
  size: "can",
  label: { en: "Can", es: "Lata" },
  fluidOunces: { value: ounces, source: "starting" },
  cost: { cents, source: "starting" },
});
const uplifted = (value: string) => ({ ...product, uplift: { value, source: "starting" } });

test("a pail that is filled short costs more a gallon than it seems", () => {
  expect(centsPerGallon(can("128", 43_00), uplifted("0"))).toBe(43_00);
  expect(centsPerGallon(can("640", 199_00), uplifted("0"))).toBe(39_80);
  expect(centsPerGallon(can("620", 199_00), uplifted("0"))).toBe(41_08);
});

test("tax and delivery are in it", () => {
  expect(centsPerGallon(can("128", 50_00), uplifted("8.25"))).toBe(54_13);
});
