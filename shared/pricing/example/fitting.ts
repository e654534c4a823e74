import type { Substrate } from "../book/substrate.ts";
import { from, type SourceKey } from "./sources.ts";

/** What is built into a room and counted: painted like trim, on no new room by itself. */
export const fitting = {
  appliesTo: ["room"],
  born: "absent",
  unit: "each",
  quantity: { kind: "typed" },
  scope: "trim",
  colourSlot: "trim",
  method: "brush",
  multipliers: ["occupancy", "condition", "colour-change"],
} satisfies Partial<Substrate>;

/** Prepared as so many square feet each. */
export const square = (perUnit: string, source: SourceKey = "starting"): Substrate["prep"] => ({
  basis: "sqft",
  perUnit: from(source, perUnit),
});

/** Prepared as so many linear feet each. */
export const running = (perUnit: string): Substrate["prep"] => ({
  basis: "lf",
  perUnit: from("starting", perUnit),
});
