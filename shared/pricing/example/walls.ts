import type { Substrate } from "../book/substrate.ts";
import { oncePublished, spread, unitsPerHour } from "./rates.ts";
import { from } from "./sources.ts";

const cutAndRoll = {
  en: "Cutting in, brush and roller, moving the ladder. Not: masking, prep, moving furniture.",
  es: "Recorte, brocha y rodillo, mover la escalera. No: enmascarar, preparar ni mover muebles.",
};

/** Walls and ceilings are touched by everything: height, access, furniture, condition, colour, texture. */
const broad = {
  appliesTo: ["room"],
  unit: "sqft",
  method: "brush-and-roll",
  prep: { basis: "sqft", perUnit: from("starting", "1") },
  multipliers: ["height", "access", "occupancy", "condition", "colour-change", "texture"],
} satisfies Partial<Substrate>;

const wallRates = unitsPerHour(
  ["playbook", "180"],
  ["playbook", "110"],
  ["carried-on", "79"],
  ["carried-on", "62"],
);

export const walls: Substrate = {
  ...broad,
  key: "walls",
  label: { en: "Walls", es: "Paredes" },
  born: "painted",
  quantity: { kind: "walls" },
  scope: "walls",
  colourSlot: "walls",
  labour: wallRates,
  includes: cutAndRoll,
  paint: spread("yarur", "325"),
};

export const accentWall: Substrate = {
  ...broad,
  key: "accent-wall",
  label: { en: "Accent wall", es: "Pared de acento" },
  born: "absent",
  quantity: { kind: "typed" },
  scope: "walls",
  colourSlot: "accent",
  labour: wallRates,
  includes: {
    en: "One wall in a color of its own, cut in on all four sides. Take its square feet off the other walls.",
    es: "Una pared de otro color, recortada por los cuatro lados. Reste sus pies² de las demás paredes.",
  },
  paint: spread("yarur", "325"),
};

export const ceiling: Substrate = {
  ...broad,
  key: "ceiling",
  label: { en: "Ceiling", es: "Techo" },
  born: "painted",
  quantity: { kind: "floor-plan" },
  scope: "ceilings",
  colourSlot: "ceiling",
  labour: oncePublished("surfacely", "150", ["75", "50", "37.5"]),
  includes: cutAndRoll,
  paint: spread("yarur", "325"),
};

export const popcornCeiling: Substrate = {
  ...broad,
  key: "ceiling-popcorn",
  label: { en: "Popcorn ceiling", es: "Techo con acabado de palomitas" },
  born: "absent",
  quantity: { kind: "floor-plan" },
  scope: "ceilings",
  colourSlot: "ceiling",
  // First coat at 150 sq ft an hour, the second at 250: both together 93.8.
  labour: unitsPerHour(
    ["rays", "150"],
    ["rays", "93.8"],
    ["carried-on", "68.2"],
    ["carried-on", "53.6"],
  ),
  includes: {
    en: "Thick roller, one direction at a time. Not: cutting in, repairing or removing the texture.",
    es: "Rodillo grueso, en una sola dirección. No: recorte, reparar ni quitar la textura.",
  },
  paint: spread("zafto", "175"),
  method: "roll-rough",
  multipliers: ["height", "access", "occupancy", "condition", "colour-change"],
};

export const wainscot: Substrate = {
  ...broad,
  key: "wainscot",
  label: { en: "Wainscot", es: "Friso de madera" },
  born: "absent",
  quantity: { kind: "typed" },
  scope: "trim",
  colourSlot: "trim",
  labour: oncePublished("projobcalc", "80", ["40", "26.7", "20"]),
  includes: {
    en: "Brush work on panels or beadboard with its cap. Not: filling, caulking and sanding.",
    es: "Brocha sobre tableros o duela con su remate. No: rellenar, sellar ni lijar.",
  },
  paint: spread("yarur", "325"),
  method: "brush",
  multipliers: ["access", "occupancy", "condition", "colour-change"],
};
