import type { Localised } from "../book/numbers.ts";
import type { LabourRule, Substrate } from "../book/substrate.ts";
import { spread, unitsPerHour } from "./rates.ts";
import { from } from "./sources.ts";

const fromLadder = {
  en: "Brush work from a ladder. Not: scraping and caulking.",
  es: "Trabajo con brocha desde escalera. No: raspar ni sellar.",
};

/** A board along the side, counted in linear feet. */
const board = (
  key: string,
  label: Localised,
  quantity: "length" | "typed",
  changes: Partial<Substrate> = {},
): Substrate => ({
  key,
  label,
  appliesTo: ["side"],
  born: "absent",
  unit: "lf",
  quantity: { kind: quantity },
  scope: "exterior-trim",
  colourSlot: "exterior-trim",
  // First finish coat at 160 lf an hour, the next at 150: both together 77.4.
  labour: unitsPerHour(
    ["craftsman", "160"],
    ["craftsman", "77.4"],
    ["carried-on", "51.1"],
    ["carried-on", "38.1"],
  ),
  includes: fromLadder,
  paint: spread("craftsman", "600"),
  method: "brush",
  prep: { basis: "lf", perUnit: from("starting", "1") },
  multipliers: ["height", "access", "condition", "colour-change"],
  ...changes,
});

/** First coat at 125 sq ft an hour, second at 185, third at 225, each added to those before. */
export const eavesRates: LabourRule = unitsPerHour(
  ["craftsman", "125"],
  ["craftsman", "74.6"],
  ["craftsman", "56"],
  ["carried-on", "44.8"],
);

/** Boards, eaves, gutters. */
export const exteriorTrim: readonly Substrate[] = [
  {
    ...board("soffit", { en: "Soffit", es: "Sofito" }, "length"),
    born: "painted",
    unit: "sqft",
    // A 2 ft overhang: the published rate is for eaves up to 30 inches.
    quantity: { kind: "strip", depth: from("starting", "2") },
    labour: eavesRates,
    includes: {
      en: "Roller and brush overhead, from a ladder. Not: washing, scraping, vents.",
      es: "Rodillo y brocha por encima de la cabeza, desde escalera. No: lavar, raspar ni rejillas.",
    },
    paint: spread("coverage-calculator", "300"),
    method: "brush-and-roll",
    prep: { basis: "sqft", perUnit: from("starting", "1") },
  },
  board("fascia", { en: "Fascia", es: "Fascia" }, "length", { born: "painted" }),
  board("rake-boards", { en: "Rake boards", es: "Tablas de hastial" }, "typed"),
  board("gutter", { en: "Gutter", es: "Canaleta" }, "length", {
    includes: {
      en: "Outside of the gutter, brush work from a ladder. Not: cleaning it out, rust.",
      es: "Exterior de la canaleta, con brocha desde escalera. No: limpiarla por dentro ni óxido.",
    },
  }),
  board("downspouts", { en: "Downspouts", es: "Bajantes" }, "typed", {
    includes: {
      en: "All sides that a brush reaches, in place. Not: taking it down, rust.",
      es: "Todos los lados que alcanza la brocha, en su sitio. No: desmontarlo ni óxido.",
    },
  }),
  board("trim-exterior", { en: "Exterior trim", es: "Molduras exteriores" }, "typed"),
  board("corner-boards", { en: "Corner boards", es: "Esquineros" }, "typed", {
    includes: {
      en: "Both faces of a corner, cut in at the siding, from a ladder. Not: scraping and caulking.",
      es: "Ambas caras de la esquina, recortadas en el revestimiento, desde escalera. No: raspar ni sellar.",
    },
  }),
];
