import type { Localised } from "../../book/numbers.ts";
import type { LabourRule, PaintRule, QuantityRule, Substrate } from "../../book/substrate.ts";
import { from, label, source } from "./numbers.ts";

/** Dollars a unit for one and for two coats. */
const piece = (one: string, two: string): LabourRule => ({
  kind: "piece",
  byCoats: [from(one), from(two)],
});

/** Walls of all rooms together: from 600 and from 2,000 sq ft on each foot is paid less. */
const byJob = (small: string, middle: string, large: string): LabourRule["byCoats"][number] => ({
  kind: "steps",
  by: "job",
  steps: [
    { from: "0", value: small },
    { from: "600", value: middle },
    { from: "2000", value: large },
  ],
  source,
});

const spread = (unitsPerGallon: string): PaintRule => ({
  kind: "spread",
  unitsPerGallon: from(unitsPerGallon),
});
const gallonsEach = (gallons: string): PaintRule => ({
  kind: "gallons-per-unit",
  gallons: from(gallons),
});

const substrate = (
  key: string,
  words: Localised,
  kind: "room" | "side",
  quantity: QuantityRule,
  entry: Pick<Substrate, "unit" | "scope" | "colourSlot" | "labour" | "paint" | "multipliers">,
): Substrate => ({
  key,
  label: words,
  appliesTo: [kind],
  born: "unpainted",
  quantity,
  includes: label("As the crew agreed.", "Como acordó el equipo."),
  method: "roll",
  prep: { basis: entry.unit === "lf" ? "lf" : "sqft", perUnit: from("1") },
  ...entry,
});

export const substrates: readonly Substrate[] = [
  substrate(
    "walls",
    label("Walls", "Paredes"),
    "room",
    { kind: "walls" },
    {
      unit: "sqft",
      scope: "walls",
      colourSlot: "walls",
      labour: {
        kind: "piece",
        byCoats: [byJob("0.40", "0.36", "0.32"), byJob("0.65", "0.58", "0.52")],
      },
      paint: spread("350"),
      multipliers: ["height", "access", "occupancy"],
    },
  ),
  substrate(
    "ceiling",
    label("Ceiling", "Techo"),
    "room",
    { kind: "floor-plan" },
    {
      unit: "sqft",
      scope: "ceilings",
      colourSlot: "ceiling",
      labour: piece("0.35", "0.55"),
      paint: spread("400"),
      multipliers: ["height", "access"],
    },
  ),
  substrate(
    "baseboard",
    label("Baseboard", "Zócalo"),
    "room",
    { kind: "perimeter" },
    {
      unit: "lf",
      scope: "trim",
      colourSlot: "trim",
      labour: piece("0.80", "1.20"),
      paint: spread("500"),
      multipliers: [],
    },
  ),
  substrate(
    "doors",
    label("Doors", "Puertas"),
    "room",
    { kind: "doors" },
    {
      unit: "each",
      scope: "trim",
      colourSlot: "trim",
      labour: piece("22", "35"),
      paint: gallonsEach("0.06"),
      multipliers: [],
    },
  ),
  substrate(
    "siding",
    label("Siding", "Fachada"),
    "side",
    { kind: "face" },
    {
      unit: "sqft",
      scope: "siding",
      colourSlot: "body",
      labour: {
        kind: "piece",
        byCoats: [
          from("0.55"),
          {
            kind: "line",
            by: "surface",
            points: [
              { at: "200", value: "1.10" },
              { at: "1000", value: "0.80" },
            ],
            floor: "0.70",
            source,
          },
        ],
      },
      paint: spread("300"),
      multipliers: ["height", "access"],
    },
  ),
  substrate(
    "soffit",
    label("Soffit", "Sofito"),
    "side",
    { kind: "strip", depth: from("1.5") },
    {
      unit: "sqft",
      scope: "exterior-trim",
      colourSlot: "trim",
      labour: piece("0.75", "1.15"),
      paint: spread("300"),
      multipliers: ["height", "access"],
    },
  ),
  substrate(
    "shutters",
    label("Shutters", "Contraventanas"),
    "side",
    { kind: "typed" },
    {
      unit: "each",
      scope: "exterior-trim",
      colourSlot: "trim",
      labour: piece("18", "28"),
      paint: gallonsEach("0.05"),
      multipliers: [],
    },
  ),
  substrate(
    "deck",
    label("Deck", "Terraza"),
    "side",
    { kind: "typed" },
    {
      unit: "sqft",
      scope: "decks",
      colourSlot: "deck",
      labour: piece("0.50", "0.80"),
      paint: spread("250"),
      multipliers: [],
    },
  ),
];
