import { expect, test } from "vitest";
import { exact, type Exact } from "../../../shared/exact/exact.ts";
import type { Unit } from "../../../shared/pricing/trace.ts";
import { createFormats } from "../../words/formats.ts";
import { figureWords } from "./figure-words.ts";

const english = { language: "en", ...createFormats("en-US") } as const;
const spanish = { language: "es", ...createFormats("es-US") } as const;

const cases: readonly (readonly [Exact, Unit, string, string])[] = [
  [exact(324), { of: "sqft" }, "324 sq ft", "324 pies²"],
  [exact(150), { of: "sqft", per: "hour" }, "150 sq ft per hour", "150 pies² por hora"],
  [exact(54, 25), { of: "hour" }, "2.16 h", "2.16 h"],
  [exact(1), { of: "can" }, "1 can", "1 lata"],
  [exact(2), { of: "can" }, "2 cans", "2 latas"],
  [exact(1), { of: "hour" }, "1 h", "1 h"],
  [exact(35), { of: "percent" }, "35 %", "35 %"],
  [exact(9, 5), { of: "factor" }, "1.8", "1.8"],
  [exact(431_022), { of: "cents" }, "$4,310.22", "$4,310.22"],
  [exact(-5), { of: "cents" }, "-$0.05", "-$0.05"],
  [exact(61_366_2, 100), { of: "cents", per: "hour" }, "$61.3662 per hour", "$61.3662 por hora"],
  [exact(123_456_789), { of: "cents" }, "$1,234,567.89", "$1,234,567.89"],
];

test("figures carry their units, in both languages", () => {
  for (const [value, unit, en, es] of cases) {
    expect(figureWords({ value, unit }, english)).toBe(en);
    expect(figureWords({ value, unit }, spanish)).toBe(es);
  }
});
