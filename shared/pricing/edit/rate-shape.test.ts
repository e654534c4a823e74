import { expect, test } from "vitest";
import type { RateCurve } from "../book/numbers.ts";
import { coatsBackwards, shapeAt, shapeOf } from "./rate-shape.ts";

const plain = (value: string): RateCurve => ({ value, source: "own" });
const steps: RateCurve = {
  kind: "steps",
  by: "surface",
  steps: [
    { from: "0", value: "100" },
    { from: "500", value: "150" },
  ],
  source: "own",
};
const line: RateCurve = {
  kind: "line",
  by: "job",
  points: [
    { at: "100", value: "40" },
    { at: "300", value: "20" },
  ],
  floor: "10",
  source: "own",
};

test("a plain number is a level line", () => {
  expect(shapeOf(plain("110"), 1000)).toEqual([
    { x: 0, y: 110 },
    { x: 1000, y: 110 },
  ]);
});

test("steps rise where the next one begins", () => {
  expect(shapeOf(steps, 1000)).toEqual([
    { x: 0, y: 100 },
    { x: 500, y: 100 },
    { x: 500, y: 150 },
    { x: 1000, y: 150 },
  ]);
});

test("a line holds before its first point and goes on to its floor", () => {
  expect(shapeOf(line, 600)).toEqual([
    { x: 0, y: 40 },
    { x: 100, y: 40 },
    { x: 300, y: 20 },
    { x: 400, y: 10 },
    { x: 600, y: 10 },
  ]);
});

test.each([
  [0, 40],
  [100, 40],
  [200, 30],
  [350, 15],
  [900, 10],
])("at %d the line says %d", (x, y) => {
  expect(shapeAt(line, x)).toBeCloseTo(y, 9);
});

test("two coats that go faster than one are noticed, whichever way the rate is kept", () => {
  const rates = (kind: "units-per-hour" | "hours-per-unit" | "piece", ...texts: string[]) => ({
    kind,
    byCoats: texts.map(plain),
  });
  expect(coatsBackwards(rates("units-per-hour", "180", "110", "79"))).toEqual([]);
  expect(coatsBackwards(rates("units-per-hour", "110", "180", "79"))).toEqual([2]);
  expect(coatsBackwards(rates("hours-per-unit", "1", "2", "1.5"))).toEqual([3]);
  expect(coatsBackwards(rates("piece", "1", "1"))).toEqual([]);
  expect(coatsBackwards({ kind: "units-per-hour", byCoats: [steps, plain("120")] })).toEqual([2]);
});
