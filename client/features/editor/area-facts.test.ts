import { expect, test } from "vitest";
import { examplePriceBook } from "../../../shared/pricing/example-price-book.ts";
import { price } from "../../../shared/pricing/price.ts";
import { buildArea, buildEstimate } from "../../../shared/pricing/testing/build-estimate.ts";
import { estimateNames } from "../../chrome/estimate-names.ts";
import { problemWords } from "../../chrome/problem-words.ts";
import { en } from "../../words/en.ts";
import { createFormats } from "../../words/formats.ts";
import { amountsOf, areaProblems, centsByArea, measuresLine, surfaceAmount } from "./area-facts.ts";

const words = { t: en, language: "en", ...createFormats("en-US") } as const;
const bedroom = buildArea("a", [
  { substrate: "walls" },
  { substrate: "ceiling", painted: false },
  { substrate: "doors" },
]);
const unmeasured = buildArea("b", [{ substrate: "walls" }, { substrate: "ceiling" }], {
  name: "Hall",
  length: "",
  width: "126",
});
const side = buildArea("c", [{ substrate: "siding-lap" }], { kind: "side", width: "9" });
const estimate = buildEstimate([bedroom, unmeasured, side]);
const priced = price(estimate, examplePriceBook);
const editor = {
  priced,
  priceBook: examplePriceBook,
  option: priced.options[0],
  problemWords,
  names: estimateNames(estimate, examplePriceBook, "en"),
};

test("measures stand as they were typed; a side has no width", () => {
  expect(measuresLine(bedroom.area)).toBe(`12'6" × 10 × 8`);
  expect(measuresLine(unmeasured.area)).toBe("126 × 8");
  expect(measuresLine(side.area)).toBe(`12'6" × 8`);
});

test("the list tells what is painted and measured, not what is counted", () => {
  expect(amountsOf(editor, bedroom, words)).toEqual(["Walls 324 sq ft"]);
  expect(amountsOf(editor, unmeasured, words)).toEqual([]);
});

test("the editor tells every quantity there is, painted or not", () => {
  const [walls, ceiling, doors] = bedroom.surfaces;
  if (!walls || !ceiling || !doors) throw new Error("three surfaces");
  expect(surfaceAmount(editor, bedroom.area, ceiling, words)).toBe("125 sq ft");
  expect(surfaceAmount(editor, bedroom.area, doors, words)).toBe("1 piece");
  expect(surfaceAmount(editor, bedroom.area, { ...walls, quantity: "18.5" }, words)).toBe(
    "18.5 sq ft",
  );
  expect(surfaceAmount(editor, bedroom.area, { ...walls, substrate: "gone" }, words)).toBeNull();
});

test("areas add up to what their lines cost", () => {
  const surfaces = editor.option?.lines.filter(({ kind }) => kind === "surface") ?? [];
  const expected = surfaces.reduce((sum, { cents }) => sum + cents, 0);
  const byArea = centsByArea(editor);
  expect(byArea.values().reduce((sum, cents) => sum + cents, 0)).toBe(expected);
  expect(byArea.get("a")).toBeGreaterThan(0);
  expect(centsByArea({ option: undefined }).size).toBe(0);
});

test("what blocks comes before what is only doubtful, each said once", () => {
  expect(areaProblems(editor, "a", words)).toEqual([]);
  expect(areaProblems(editor, "b", words)).toEqual([
    { sentence: "Length is missing.", blocking: true },
    { sentence: "Width: 126 is very long. Is the inch mark missing?", blocking: false },
  ]);
});
