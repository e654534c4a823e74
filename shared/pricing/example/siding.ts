import type { Localised } from "../book/numbers.ts";
import type { Substrate } from "../book/substrate.ts";
import { oncePublished, spread } from "./rates.ts";
import { from } from "./sources.ts";

const onTheFace = {
  en: "Brush and roller on the face, moving ladders. Not: washing, scraping, masking windows.",
  es: "Brocha y rodillo en la fachada, mover escaleras. No: lavar, raspar ni cubrir ventanas.",
};
const intoTheRough = {
  en: "Thick roller and brush into the texture, moving ladders. Not: washing, patching, masking windows.",
  es: "Rodillo grueso y brocha en la textura, mover escaleras. No: lavar, resanar ni cubrir ventanas.",
};

/** One way to clad a side: only the first is painted on a new side, the others wait to be ticked. */
function cladding(
  key: string,
  label: Localised,
  entry: Pick<Substrate, "labour" | "paint"> & Partial<Substrate>,
): Substrate {
  return {
    key,
    label,
    appliesTo: ["side"],
    born: "absent",
    unit: "sqft",
    quantity: { kind: "face" },
    scope: "siding",
    colourSlot: "body",
    includes: onTheFace,
    method: "brush-and-roll",
    prep: { basis: "sqft", perUnit: from("starting", "1") },
    multipliers: ["height", "access", "condition", "colour-change", "texture"],
    ...entry,
  };
}

/** Rough by itself: what its texture takes is in its rate and its spread. */
const rough = {
  includes: intoTheRough,
  method: "roll-rough",
  multipliers: ["height", "access", "condition", "colour-change"],
} satisfies Partial<Substrate>;

/** What a side of a house is clad with. */
export const siding: readonly Substrate[] = [
  cladding(
    "siding-lap",
    { en: "Lap siding", es: "Revestimiento de tablas" },
    {
      born: "painted",
      labour: oncePublished("krims", "125", ["62.5", "41.7", "31.3"]),
      paint: spread("coverage-calculator", "300"),
    },
  ),
  cladding(
    "siding-stucco",
    { en: "Stucco", es: "Estuco" },
    {
      ...rough,
      born: "unpainted",
      labour: oncePublished("krims", "200", ["100", "66.7", "50"]),
      paint: spread("coverage-calculator", "200"),
    },
  ),
  cladding(
    "siding-shingle",
    { en: "Shingles", es: "Tejuelas" },
    {
      ...rough,
      labour: oncePublished("krims", "100", ["50", "33.3", "25"]),
      paint: spread("starting", "220"),
    },
  ),
  cladding(
    "siding-brick",
    { en: "Brick", es: "Ladrillo" },
    {
      ...rough,
      labour: oncePublished("costbook", "165", ["82.5", "55", "41.3"]),
      paint: spread("coverage-calculator", "150"),
    },
  ),
  cladding(
    "siding-board-batten",
    { en: "Board and batten", es: "Revestimiento de tabla y listón" },
    {
      includes: {
        en: "Brush and roller on boards and both edges of the battens. Not: washing, scraping, masking windows.",
        es: "Brocha y rodillo en tablas y ambos cantos de los listones. No: lavar, raspar ni cubrir ventanas.",
      },
      labour: oncePublished("zafto", "100", ["50", "33.3", "25"]),
      paint: spread("coverage-calculator", "300"),
    },
  ),
  cladding(
    "siding-panel",
    { en: "Plywood or panel siding", es: "Revestimiento de paneles" },
    {
      labour: oncePublished("zafto", "100", ["50", "33.3", "25"]),
      paint: spread("coverage-calculator", "300"),
    },
  ),
  cladding(
    "siding-metal",
    { en: "Aluminum or vinyl siding", es: "Revestimiento de aluminio o vinilo" },
    {
      includes: {
        en: "Brush work on a clean, sound face, moving ladders. Not: washing, chalk, masking windows.",
        es: "Brocha sobre superficie limpia y firme, mover escaleras. No: lavar, polvo de tiza ni cubrir ventanas.",
      },
      labour: oncePublished("costbook", "166.7", ["83.3", "55.6", "41.7"]),
      paint: spread("zafto", "375"),
      multipliers: ["height", "access", "condition", "colour-change"],
    },
  ),
  cladding(
    "siding-block",
    { en: "Concrete block", es: "Bloque de concreto" },
    {
      ...rough,
      labour: oncePublished("costbook", "200", ["100", "66.7", "50"]),
      paint: spread("zafto", "125"),
    },
  ),
  cladding(
    "foundation",
    { en: "Foundation", es: "Cimientos" },
    {
      ...rough,
      quantity: { kind: "typed" },
      includes: {
        en: "Bare or painted concrete down to the ground. Not: digging free, patching, damp.",
        es: "Concreto visto o pintado hasta el suelo. No: excavar, resanar ni humedad.",
      },
      labour: oncePublished("costbook", "200", ["100", "66.7", "50"]),
      paint: spread("coverage-calculator", "150"),
      multipliers: ["access", "condition", "colour-change"],
    },
  ),
  cladding(
    "chimney",
    { en: "Chimney", es: "Chimenea" },
    {
      ...rough,
      quantity: { kind: "typed" },
      labour: oncePublished("costbook", "165", ["82.5", "55", "41.3"]),
      paint: spread("coverage-calculator", "150"),
    },
  ),
];
