import { expect, test } from "vitest";
import { exact } from "../../shared/exact/exact.ts";
import type { Implied } from "../../shared/pricing/priced-estimate.ts";
import { createFormats } from "../words/formats.ts";
import { impliedWords } from "./implied-words.ts";

const english = { language: "en", ...createFormats("en-US") } as const;
const spanish = { language: "es", ...createFormats("es-US") } as const;
const nothing: Implied = { hours: null, unitsPerHour: null, centsPerUnit: null, unit: null };

test("a line is said in hours, in pace and in the price of a unit", () => {
  const walls: Implied = {
    hours: exact(57, 25),
    unitsPerHour: exact(14_210, 100),
    centsPerUnit: exact(18_612, 100),
    unit: "sqft",
  };
  expect(impliedWords(walls, english)).toBe("This is 2.3 h, 142 sq ft an hour, $1.86 a sq ft.");
  expect(impliedWords(walls, spanish)).toBe("Esto es 2.3 h, 142 pies² por hora, $1.86 por pie².");
});

test("hours that a price would buy are not said to be spent", () => {
  const lift: Implied = { ...nothing, hours: exact(47, 10) };
  expect(impliedWords(lift, english, true)).toBe("At your hourly price this is 4.7 h.");
  expect(impliedWords(lift, spanish, true)).toBe("Con tu precio por hora esto es 4.7 h.");
});

test("what does not apply is left out", () => {
  expect(impliedWords(nothing, english)).toBeNull();
  expect(impliedWords({ ...nothing, hours: exact(16) }, english)).toBe("This is 16 h.");
  const doors: Implied = { ...nothing, unitsPerHour: exact(3, 2), unit: "each" };
  expect(impliedWords(doors, english)).toBe("This is 1.5 an hour.");
});
