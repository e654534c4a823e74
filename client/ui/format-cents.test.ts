import fc from "fast-check";
import { expect, test } from "vitest";
import { formatCents, splitCents } from "./format-cents.ts";

const anyCents = fc.integer({ min: -99_999_999_99, max: 99_999_999_99 });

test("dollars, with the cents apart", () => {
  expect(formatCents(123450)).toBe("$1,234.50");
  expect(formatCents(-5)).toBe("-$0.05");
  expect(splitCents(123450)).toEqual(["$1,234", ".50"]);
});

test.each(["en-US", "es-US"])("as the browser prints them in %s", (locale) => {
  const browser = new Intl.NumberFormat(locale, {
    style: "currency",
    currency: "USD",
    currencyDisplay: "narrowSymbol",
  });
  fc.assert(
    fc.property(anyCents, (cents) => {
      expect(formatCents(cents)).toBe(browser.format(cents / 100));
    }),
  );
});

test("no cent is lost in printing", () => {
  fc.assert(
    fc.property(anyCents, (cents) => {
      expect(Number(formatCents(cents).replaceAll(/[$,.]/g, ""))).toBe(cents);
    }),
  );
});
