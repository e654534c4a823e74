import type { HintRule } from "../price-book.ts";
import { from } from "./sources.ts";

const eaves: readonly string[] = ["soffit", "fascia"];

/** What a careful estimator asks before leaving. */
export const hints: readonly HintRule[] = [
  { kind: "undecided", areaKind: "room", substrate: "ceiling" },
  { kind: "companion", substrate: "doors-slab", companions: ["door-casings"] },
  { kind: "companion", substrate: "cabinet-doors", companions: ["cabinet-faces", "cabinets"] },
  { kind: "companion", substrate: "spindles", companions: ["railing"] },
  { kind: "companion", substrate: "spindles-turned", companions: ["railing"] },
  { kind: "companion", substrate: "siding-lap", companions: [...eaves] },
  { kind: "companion", substrate: "siding-stucco", companions: [...eaves] },
  { kind: "companion", substrate: "siding-shingle", companions: [...eaves] },
  { kind: "companion", substrate: "siding-board-batten", companions: [...eaves] },
  { kind: "companion", substrate: "siding-panel", companions: [...eaves] },
  { kind: "companion", substrate: "siding-metal", companions: [...eaves] },
  { kind: "primer", colourChange: "dark-to-light" },
  { kind: "primer", colourChange: "stain-to-paint" },
  { kind: "high-access", areaKind: "room", overFeet: from("starting", "8") },
];
