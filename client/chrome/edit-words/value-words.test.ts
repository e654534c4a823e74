import { expect, test } from "vitest";
import { examplePriceBook } from "../../../shared/pricing/example-price-book.ts";
import { en as words } from "../../words/en.ts";
import { edits } from "../../words/edits.ts";
import { createFormats } from "../../words/formats.ts";
import { valueWords } from "./value-words.ts";

const en = { ...words, ...edits.en };

const english = { t: en, language: "en", ...createFormats("en-US") } as const;
const say = (field: string, value: string | number, book: typeof examplePriceBook | null) =>
  valueWords(field, value, book, english);

test("keys of the price book are called as on the screen", () => {
  const [access] = examplePriceBook.access;
  expect(say("access", access?.key ?? "", examplePriceBook)).toBe(access?.label.en);
  expect(say("substrate", "walls", examplePriceBook)).toBe("Walls");
  expect(say("substrate", "walls", null)).toBeUndefined();
});

test("several keys in one field are named one by one; what the book does not know stays a key", () => {
  const [task] = examplePriceBook.prepTasks;
  const [product] = examplePriceBook.products;
  expect(say("prepTasks", `${task?.key}=40 unheard-of=5`, examplePriceBook)).toBe(
    `${task?.label.en} 40 %, unheard-of 5 %`,
  );
  expect(say("discounts", "unheard-of neither", examplePriceBook)).toBe("unheard-of, neither");
  expect(say("product", product?.key ?? "", examplePriceBook)).toBe(product?.label.en);
  expect(say("primer", "none", examplePriceBook)).toBe("none");
});

test("a line's kind and an estimate's price book are said in words, never as an id", () => {
  expect(say("kind", "crew-days", null)).toBe("crew days");
  expect(say("priceBookId", examplePriceBook.id, examplePriceBook)).toBe(examplePriceBook.name.en);
  expect(say("priceBookId", "01a2", examplePriceBook)).toBe("another one");
});

test("an estimator is never an id", () => {
  expect(say("estimatorId", "005Pb00000AbCdE", null)).toBe("somebody else");
});

test("of a price book's entry no more is shown than fits into a list", () => {
  expect(say("value", '{"wage":1}', null)).toBeUndefined();
  expect(say("value", "x".repeat(9_000), null)?.length).toBeLessThan(200);
});

test("amounts are money, a moment is a date, acceptance is yes or no", () => {
  expect(say("acceptedTotal", 278_449, null)).toBe("$2,784.49");
  expect(say("acceptedAt", "2026-05-04T08:00:00Z", null)).toContain("2026");
  expect(say("acceptedAt", "one day", null)).toBeUndefined();
  expect(say("status", "accepted", null)).toBe("yes");
});

test("what was typed is said as it is", () => {
  expect(say("length", "12'6", examplePriceBook)).toBeUndefined();
  expect(say("doors", 2, examplePriceBook)).toBeUndefined();
});
