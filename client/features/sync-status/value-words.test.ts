import { expect, test } from "vitest";
import { examplePriceBook } from "../../../shared/pricing/example-price-book.ts";
import { en } from "../../words/en.ts";
import { createFormats } from "../../words/formats.ts";
import { valueWords } from "./value-words.ts";

const english = { t: en, language: "en", ...createFormats("en-US") } as const;
const say = (field: string, value: string | number, book: typeof examplePriceBook | null) =>
  valueWords(field, value, book, english);

test("keys of the price book are called as on the screen", () => {
  const [access] = examplePriceBook.access;
  expect(say("access", access?.key ?? "", examplePriceBook)).toBe(access?.label.en);
  expect(say("substrate", "walls", examplePriceBook)).toBe("Walls");
  expect(say("substrate", "walls", null)).toBeUndefined();
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
