import { expect, test } from "vitest";
import { checkPriceBook } from "./check-price-book.ts";
import { faultSentence } from "./fault-sentence.ts";
import { seminarPriceBook } from "./testing/seminar-price-book.ts";

const from = (value: string) => ({ value, source: "seminar" });
const [walls] = seminarPriceBook.substrates;
const [paint] = seminarPriceBook.products;

test.each<[Readonly<Record<string, unknown>>, string]>([
  [
    { substrates: [{ ...walls, labour: { kind: "units-per-hour", byCoats: [from("0.00")] } }] },
    'Substrate "Walls", labour.byCoats.0.value is "0.00". Write a number above zero.',
  ],
  [
    { substrates: [{ ...walls, unit: "sqm" }] },
    'Substrate "Walls", unit is "sqm", which is no choice here. Choose one of: sqft, lf, each.',
  ],
  [
    { substrates: [{ ...walls, method: "comb" }] },
    'Substrate "Walls", method names "comb", which is not in methods. Add it there, or choose another one.',
  ],
  [
    { products: [paint, paint] },
    'Product "Paint", key is "paint", which another one before it has. Give it a key of its own.',
  ],
  [
    { sheens: [3] },
    'Sheen no. 1 is "3", where several named values belong. Write them as an object.',
  ],
  [
    { minimumCharge: { cents: 1.5, source: "seminar" } },
    'Minimum charge, cents is "1.5". Write the amount in whole cents: 1250 for $12.50.',
  ],
  [{ version: 0 }, 'Version is "0". Write a whole number, 1 or more.'],
  [{ paintPooling: undefined }, "Paint pooling is missing. Choose one of: job, scope."],
  [{ extra: 1 }, 'The price book has "extra", which no price book has. Take it out.'],
  [
    { sources: { ...seminarPriceBook.sources, empty: 3 } },
    'Source empty is "3", where a text belongs. Write it in quotes.',
  ],
])("a fault in plain words: %#", (change, sentence) => {
  const faults = checkPriceBook({ ...seminarPriceBook, ...change });
  expect(faults.map(faultSentence)[0]).toBe(sentence);
});
