import type { Localised } from "../book/numbers.ts";
import type { Substrate } from "../book/substrate.ts";
import { eavesRates } from "./exterior-trim.ts";
import { gallonsEach, oncePublished, spread, twicePublished } from "./rates.ts";
import { from } from "./sources.ts";

const outside = (
  key: string,
  label: Localised,
  entry: Pick<Substrate, "unit" | "scope" | "colourSlot" | "labour" | "includes" | "paint"> &
    Partial<Substrate>,
): Substrate => ({
  key,
  label,
  appliesTo: ["side"],
  born: "absent",
  quantity: { kind: "typed" },
  method: "brush-and-roll",
  prep: { basis: entry.unit === "sqft" ? "sqft" : "lf", perUnit: from("starting", "1") },
  multipliers: ["access", "condition", "colour-change"],
  ...entry,
});

const onDeck = { scope: "decks", colourSlot: "deck" } as const;
const onTrim = { scope: "exterior-trim", colourSlot: "exterior-trim" } as const;

/** Porch, deck and fence: measured, never reckoned from a side's length. */
export const outdoors: readonly Substrate[] = [
  outside(
    "porch-ceiling",
    { en: "Porch ceiling", es: "Techo de porche" },
    {
      ...onTrim,
      unit: "sqft",
      labour: eavesRates,
      includes: {
        en: "Roller and brush overhead on boards or beadboard. Not: washing, scraping, light fixtures.",
        es: "Rodillo y brocha por encima de la cabeza, sobre tablas o duela. No: lavar, raspar ni lámparas.",
      },
      paint: spread("coverage-calculator", "300"),
      multipliers: ["height", "access", "condition", "colour-change"],
    },
  ),
  outside(
    "porch-columns",
    { en: "Porch columns", es: "Columnas de porche" },
    {
      ...onTrim,
      unit: "each",
      labour: twicePublished("starting", "1", ["0.667", "1.333", "1.667"]),
      includes: {
        en: "One column up to 9 ft with base and capital, all around. Not: filling and sanding.",
        es: "Una columna de hasta 9 pies con base y capitel, por todos lados. No: rellenar ni lijar.",
      },
      paint: gallonsEach("starting", "0.1"),
      method: "brush",
      prep: { basis: "sqft", perUnit: from("starting", "30") },
      multipliers: ["height", "access", "condition", "colour-change"],
    },
  ),
  outside(
    "deck-floor",
    { en: "Deck or porch floor", es: "Piso de terraza o porche" },
    {
      ...onDeck,
      unit: "sqft",
      labour: oncePublished("rocket", "150", ["75", "50", "37.5"]),
      includes: {
        en: "Brush into the gaps between boards. Not: washing, stripping, sanding, moving furniture.",
        es: "Brocha entre las juntas de las tablas. No: lavar, decapar, lijar ni mover muebles.",
      },
      paint: spread("rocket", "300"),
      multipliers: ["access", "condition", "colour-change", "texture"],
    },
  ),
  outside(
    "deck-rail",
    { en: "Deck railing", es: "Baranda de terraza" },
    {
      ...onDeck,
      unit: "lf",
      labour: oncePublished("painttalk-rail", "10", ["5", "3.3", "2.5"]),
      includes: {
        en: "Simple wooden railing as it runs: posts, rails and balusters, both sides. Not: washing, sanding.",
        es: "Baranda sencilla de madera a lo largo: postes, travesaños y balaustres, ambos lados. No: lavar ni lijar.",
      },
      paint: spread("starting", "70"),
      method: "brush",
      prep: { basis: "lf", perUnit: from("starting", "4") },
    },
  ),
  outside(
    "deck-steps",
    { en: "Deck steps", es: "Escalones de terraza" },
    {
      ...onDeck,
      unit: "each",
      labour: twicePublished("starting", "0.25", ["0.167", "0.333", "0.417"]),
      includes: {
        en: "One step with tread, riser and its part of the stringers. Not: washing, sanding.",
        es: "Un escalón con huella, contrahuella y su parte de las zancas. No: lavar ni lijar.",
      },
      paint: gallonsEach("starting", "0.03"),
      method: "brush",
      prep: { basis: "lf", perUnit: from("starting", "6") },
    },
  ),
  outside(
    "fence",
    { en: "Fence, one face", es: "Cerca, una cara" },
    {
      ...onDeck,
      unit: "sqft",
      labour: oncePublished("starting", "100", ["50", "33.3", "25"]),
      includes: {
        en: "One face of a board fence with its posts and rails. Not: washing, cutting back plants.",
        es: "Una cara de una cerca de tablas con postes y travesaños. No: lavar ni podar plantas.",
      },
      paint: spread("zafto", "250"),
      method: "roll-rough",
    },
  ),
  outside(
    "lattice",
    { en: "Lattice, one face", es: "Celosía, una cara" },
    {
      ...onDeck,
      unit: "sqft",
      labour: oncePublished("starting", "60", ["30", "20", "15"]),
      includes: {
        en: "One face and the edges of the strips, brush work. Not: washing, the other face.",
        es: "Una cara y los cantos de los listones, con brocha. No: lavar ni la otra cara.",
      },
      paint: spread("starting", "150"),
      method: "brush",
    },
  ),
];
