import type { LabourRule, PaintRule } from "../book/substrate.ts";
import { from, type SourceKey } from "./sources.ts";

type Rate = readonly [source: SourceKey, value: string];

/** Units an hour for one, two, three, four full coats. */
export const unitsPerHour = (...rates: readonly Rate[]): LabourRule => ({
  kind: "units-per-hour",
  byCoats: rates.map(([source, value]) => from(source, value)),
});

/** Hours each for one, two, three, four full coats. */
export const hoursEach = (...rates: readonly Rate[]): LabourRule => ({
  kind: "hours-per-unit",
  byCoats: rates.map(([source, value]) => from(source, value)),
});

/** Only the rate of one coat is published: each further coat takes as long again. */
export const oncePublished = (
  source: SourceKey,
  one: string,
  [two, three, four]: readonly [string, string, string],
): LabourRule =>
  unitsPerHour([source, one], ["carried-on", two], ["carried-on", three], ["carried-on", four]);

/** Only the time for two coats is published. */
export const twicePublished = (
  source: SourceKey,
  two: string,
  [one, three, four]: readonly [string, string, string],
): LabourRule =>
  hoursEach(["two-thirds", one], [source, two], ["two-thirds", three], ["two-thirds", four]);

/** Units that one gallon covers once. */
export const spread = (source: SourceKey, unitsPerGallon: string): PaintRule => ({
  kind: "spread",
  unitsPerGallon: from(source, unitsPerGallon),
});

/** Gallons that one takes for each coat. */
export const gallonsEach = (source: SourceKey, gallons: string): PaintRule => ({
  kind: "gallons-per-unit",
  gallons: from(source, gallons),
});
