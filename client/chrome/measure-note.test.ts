import { describe, expect, test } from "vitest";
import { en } from "../words/en.ts";
import { es } from "../words/es.ts";
import { countOf, lengthNote, quantityNote } from "./measure-note.ts";

describe("a length", () => {
  test.each([
    [`12'6"`, "12 ft 6 in = 12.5 ft"],
    ["12 6", "12 ft 6 in = 12.5 ft"],
    ["12.5", "12 ft 6 in = 12.5 ft"],
    ["150in", "12 ft 6 in = 12.5 ft"],
    ["12'", "12 ft"],
    [`6 1/2"`, "6 1/2 in = 0.54 ft"],
    [`1/2"`, "1/2 in = 0.04 ft"],
    [`10' 1/2"`, "10 ft 1/2 in = 10.04 ft"],
    ["12'6+4", "16 ft 6 in = 16.5 ft"],
  ])("%s is said back as %s", (typed, echo) => {
    expect(lengthNote(typed, "span", en)).toEqual({ echo, problem: null });
  });

  test("nothing typed needs no words", () => {
    expect(lengthNote("", "span", en)).toEqual({ echo: null, problem: null });
  });

  test.each([
    ["126", "span", "126 ft is very long. Is the inch mark missing?"],
    ["24", "height", "24 ft is very high. Check the mark."],
    ["12 60", "span", "Twelve inches make a foot. Check the marks."],
    ["5000", "span", "Longer than any building. Check the marks."],
    ["12 x", "span", "Type feet and inches, like 12 ft 6 in."],
  ] as const)("%s as a %s is doubted", (typed, measure, problem) => {
    expect(lengthNote(typed, measure, en).problem).toBe(problem);
  });

  test("is said back in Spanish too", () => {
    expect(lengthNote(`12'6"`, "span", es).echo).toContain("12 pies 6 pulg");
  });
});

test("a count is what an area can have", () => {
  expect(countOf("")).toBe(0);
  expect(countOf("2")).toBe(2);
  expect(countOf("100")).toBeNull();
});

test("an own quantity is a number, or nothing", () => {
  expect(quantityNote("", "From the measures: 324 sq ft", en).echo).toContain("324");
  expect(quantityNote("18.5", null, en).problem).toBeNull();
  expect(quantityNote("1.2.3", null, en).problem).toBe(en.editorNotNumber);
});
