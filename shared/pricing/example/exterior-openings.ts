import type { Localised } from "../book/numbers.ts";
import type { Substrate } from "../book/substrate.ts";
import { running, square } from "./fitting.ts";
import { gallonsEach, twicePublished } from "./rates.ts";
import { from } from "./sources.ts";

/** A piece that is counted: hours and gallons for each. */
const piece = (
  key: string,
  label: Localised,
  entry: Pick<Substrate, "labour" | "includes" | "paint" | "prep"> & Partial<Substrate>,
): Substrate => ({
  key,
  label,
  appliesTo: ["side"],
  born: "absent",
  unit: "each",
  quantity: { kind: "typed" },
  scope: "exterior-trim",
  colourSlot: "exterior-trim",
  method: "brush",
  multipliers: ["access", "condition", "colour-change"],
  ...entry,
});

const ONE = from("starting", "1");

const simpleWindow = {
  en: "Simple sash, frame and sill, from a ladder. Not: divided lights, scraping and caulking.",
  es: "Hoja sencilla, marco y repisa, desde escalera. No: vidrios repartidos, raspar ni sellar.",
};

/** Doors, windows and shutters of a side. */
export const exteriorOpenings: readonly Substrate[] = [
  piece(
    "doors-exterior",
    { en: "Entry doors", es: "Puertas de entrada" },
    {
      born: "painted",
      quantity: { kind: "doors" },
      labour: twicePublished("playbook", "0.75", ["0.5", "1", "1.25"]),
      includes: {
        en: "Outside of a panel door with jamb and casing.",
        es: "Lado exterior de una puerta de tableros con marco y moldura.",
      },
      paint: gallonsEach("playbook", "0.0556"),
      prep: running("17"),
    },
  ),
  piece(
    "door-front",
    { en: "Front door with glass", es: "Puerta principal con vidrio" },
    {
      colourSlot: "entry-door",
      labour: twicePublished("playbook", "1", ["0.667", "1.333", "1.667"]),
      includes: {
        en: "Outside of a panel door with a pane, with jamb and casing. Not: sidelights, hardware.",
        es: "Lado exterior de una puerta de tableros con vidrio, con marco y moldura. No: laterales ni herrajes.",
      },
      paint: gallonsEach("playbook", "0.0556"),
      prep: running("17"),
    },
  ),
  piece(
    "windows-exterior",
    { en: "Windows", es: "Ventanas" },
    {
      born: "unpainted",
      quantity: { kind: "windows" },
      labour: twicePublished("playbook", "0.5", ["0.333", "0.667", "0.833"]),
      includes: simpleWindow,
      paint: gallonsEach("paintscout-coverage", "0.05"),
      prep: running("10"),
    },
  ),
  piece(
    "windows-divided-exterior",
    { en: "Windows with divided lights", es: "Ventanas con vidrios repartidos" },
    {
      labour: twicePublished("playbook", "1", ["0.667", "1.333", "1.667"]),
      includes: {
        en: "Sash with muntins, frame and sill, each pane cut in, from a ladder. Not: glazing, scraping.",
        es: "Hoja con barrotes, marco y repisa, cada vidrio recortado, desde escalera. No: enmasillar ni raspar.",
      },
      paint: gallonsEach("paintscout-coverage", "0.05"),
      prep: running("10"),
    },
  ),
  piece(
    "window-casings-exterior",
    { en: "Window casings", es: "Molduras de ventana" },
    {
      quantity: { kind: "windows" },
      labour: twicePublished("starting", "0.5", ["0.333", "0.667", "0.833"]),
      includes: {
        en: "Casing and sill around a vinyl or metal window, from a ladder. Not: the sash, caulking.",
        es: "Moldura y repisa de una ventana de vinilo o metal, desde escalera. No: la hoja ni sellar.",
      },
      paint: gallonsEach("starting", "0.03"),
      prep: running("10"),
    },
  ),
  piece(
    "garage-door",
    { en: "Garage door, double", es: "Puerta de garaje doble" },
    {
      quantity: { kind: "count", count: ONE },
      labour: twicePublished("starting", "2", ["1.333", "2.667", "3.333"]),
      includes: {
        en: "Outside of a two-car door, 16 × 7 ft, with its frame.",
        es: "Lado exterior de una puerta de dos autos, 16 × 7 pies, con su marco.",
      },
      paint: gallonsEach("starting", "0.37"),
      prep: square("112"),
    },
  ),
  piece(
    "garage-door-single",
    { en: "Garage door, single", es: "Puerta de garaje sencilla" },
    {
      quantity: { kind: "count", count: ONE },
      labour: twicePublished("starting", "1.2", ["0.8", "1.6", "2"]),
      includes: {
        en: "Outside of a one-car door, 8 × 7 ft, with its frame.",
        es: "Lado exterior de una puerta de un auto, 8 × 7 pies, con su marco.",
      },
      paint: gallonsEach("starting", "0.19"),
      prep: square("56"),
    },
  ),
  piece(
    "shutters",
    { en: "Shutters", es: "Contraventanas" },
    {
      colourSlot: "shutters",
      labour: twicePublished("krims", "0.75", ["0.5", "1", "1.25"]),
      includes: {
        en: "One louvered shutter, both faces, hung.",
        es: "Una contraventana de persiana, ambas caras, sin desmontar.",
      },
      paint: gallonsEach("starting", "0.06"),
      prep: running("10"),
    },
  ),
  piece(
    "cellar-door",
    { en: "Cellar doors", es: "Puertas de sótano" },
    {
      labour: twicePublished("starting", "1", ["0.667", "1.333", "1.667"]),
      includes: {
        en: "Outside of a sloped steel or wooden cellar door with its sides. Not: rust.",
        es: "Exterior de una puerta inclinada de sótano, de acero o madera, con sus lados. No: óxido.",
      },
      paint: gallonsEach("starting", "0.15"),
      prep: square("35"),
    },
  ),
];
