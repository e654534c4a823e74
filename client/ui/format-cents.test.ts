import fc from "fast-check";
import { expect, test } from "vitest";
import { formatCents, splitCents } from "./format-cents.ts";

test("dollars in English and in the Spanish of the United States", () => {
  expect(formatCents(123450, "en-US")).toBe("$1,234.50");
  expect(formatCents(123450, "es-US")).toBe("$1,234.50");
  expect(formatCents(-5, "en-US")).toBe("-$0.05");
});

test("no cent is lost in printing", () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_999_999_99, max: 99_999_999_99 }), (cents) => {
      const printed = formatCents(cents, "en-US").replaceAll(/[$,.]/g, "");
      expect(Number(printed)).toBe(cents);
      expect(splitCents(cents, "en-US").join("")).toBe(formatCents(cents, "en-US"));
    }),
  );
});
