import type { Sourced } from "../book/numbers.ts";
import type { PaintRule, QuantityRule, Substrate } from "../book/substrate.ts";
import { from } from "./sources.ts";

const broad = {
  en: "Brush and roller on the face, moving ladders. Not: washing, scraping, masking windows.",
  es: "Brocha y rodillo en la fachada, mover escaleras. No: lavar, raspar ni cubrir ventanas.",
};
const narrow = {
  en: "Brush work from a ladder. Not: scraping and caulking.",
  es: "Trabajo con brocha desde escalera. No: raspar ni sellar.",
};
const oncePerCoat = (...rates: readonly Sourced[]): Substrate["labour"] => ({
  kind: "units-per-hour",
  byCoats: [...rates],
});
const spread = (unitsPerGallon: Sourced): PaintRule => ({ kind: "spread", unitsPerGallon });

/** One way to clad a side: only the first is painted on a new side, the others wait to be ticked. */
function cladding(
  entry: Pick<Substrate, "key" | "label" | "labour" | "paint" | "method" | "born">,
): Substrate {
  return {
    ...entry,
    appliesTo: ["side"],
    unit: "sqft",
    quantity: { kind: "face" },
    scope: "siding",
    colourSlot: "body",
    includes: broad,
    prep: { basis: "sqft", perUnit: from("starting", "1") },
    multipliers: ["height", "access"],
  };
}

/** A board along the side, counted in linear feet. */
function board(
  entry: Pick<Substrate, "key" | "label" | "born"> & { readonly quantity: QuantityRule },
): Substrate {
  return {
    ...entry,
    appliesTo: ["side"],
    unit: "lf",
    scope: "exterior-trim",
    colourSlot: "exterior-trim",
    labour: oncePerCoat(
      from("craftsman", "160"),
      // First finish coat at 160 lf an hour, the next at 150: both together 77.4.
      from("craftsman", "77.4"),
      from("carried-on", "51.1"),
      from("carried-on", "38.1"),
    ),
    includes: narrow,
    paint: spread(from("craftsman", "600")),
    method: "brush-and-roll",
    prep: { basis: "lf", perUnit: from("starting", "1") },
    multipliers: ["height", "access"],
  };
}

/** A piece that is counted: hours and gallons for each. */
function piece(
  entry: Pick<Substrate, "key" | "label" | "born" | "quantity" | "labour" | "includes"> & {
    readonly gallons: Sourced;
    readonly prep: Substrate["prep"];
  },
): Substrate {
  const { gallons, ...rest } = entry;
  return {
    ...rest,
    appliesTo: ["side"],
    unit: "each",
    scope: "exterior-trim",
    colourSlot: "exterior-trim",
    paint: { kind: "gallons-per-unit", gallons },
    method: "brush-and-roll",
    multipliers: ["access"],
  };
}

const hoursEach = (...hours: readonly Sourced[]): Substrate["labour"] => ({
  kind: "hours-per-unit",
  byCoats: [...hours],
});

/** The substrates of one side of a house. */
export const exteriorSubstrates: readonly Substrate[] = [
  cladding({
    key: "siding-lap",
    label: { en: "Lap siding", es: "Revestimiento de tablas" },
    born: "painted",
    labour: oncePerCoat(
      from("krims", "125"),
      from("carried-on", "62.5"),
      from("carried-on", "41.7"),
      from("carried-on", "31.3"),
    ),
    paint: spread(from("coverage-calculator", "300")),
    method: "brush-and-roll",
  }),
  cladding({
    key: "siding-stucco",
    label: { en: "Stucco", es: "Estuco" },
    born: "unpainted",
    labour: oncePerCoat(
      from("krims", "200"),
      from("carried-on", "100"),
      from("carried-on", "66.7"),
      from("carried-on", "50"),
    ),
    paint: spread(from("coverage-calculator", "200")),
    method: "roll-rough",
  }),
  cladding({
    key: "siding-shingle",
    label: { en: "Shingles", es: "Tejuelas" },
    born: "absent",
    labour: oncePerCoat(
      from("krims", "100"),
      from("carried-on", "50"),
      from("carried-on", "33.3"),
      from("carried-on", "25"),
    ),
    paint: spread(from("starting", "220")),
    method: "roll-rough",
  }),
  cladding({
    key: "siding-brick",
    label: { en: "Brick", es: "Ladrillo" },
    born: "absent",
    labour: oncePerCoat(
      from("costbook", "165"),
      from("carried-on", "82.5"),
      from("carried-on", "55"),
      from("carried-on", "41.3"),
    ),
    paint: spread(from("coverage-calculator", "150")),
    method: "roll-rough",
  }),
  {
    ...board({
      key: "soffit",
      label: { en: "Soffit", es: "Sofito" },
      born: "painted",
      // A 2 ft overhang: the published rate is for eaves up to 30 inches.
      quantity: { kind: "strip", depth: from("starting", "2") },
    }),
    unit: "sqft",
    labour: oncePerCoat(
      from("craftsman", "125"),
      // First coat at 125 sq ft an hour, second at 185, third at 225, each added to those before.
      from("craftsman", "74.6"),
      from("craftsman", "56"),
      from("carried-on", "44.8"),
    ),
    paint: spread(from("coverage-calculator", "300")),
    prep: { basis: "sqft", perUnit: from("starting", "1") },
  },
  board({
    key: "fascia",
    label: { en: "Fascia", es: "Fascia" },
    born: "painted",
    quantity: { kind: "length" },
  }),
  board({
    key: "gutter",
    label: { en: "Gutter", es: "Canaleta" },
    born: "absent",
    quantity: { kind: "length" },
  }),
  board({
    key: "trim-exterior",
    label: { en: "Exterior trim", es: "Molduras exteriores" },
    born: "absent",
    quantity: { kind: "typed" },
  }),
  piece({
    key: "doors-exterior",
    label: { en: "Entry doors", es: "Puertas de entrada" },
    born: "painted",
    quantity: { kind: "doors" },
    labour: hoursEach(
      from("starting", "0.45"),
      from("playbook", "0.75"),
      from("carried-on", "1.05"),
      from("carried-on", "1.35"),
    ),
    includes: {
      en: "Outside of a panel door with jamb and casing.",
      es: "Lado exterior de una puerta de tableros con marco y moldura.",
    },
    gallons: from("playbook", "0.0556"),
    prep: { basis: "lf", perUnit: from("starting", "17") },
  }),
  piece({
    key: "windows-exterior",
    label: { en: "Windows", es: "Ventanas" },
    born: "unpainted",
    quantity: { kind: "windows" },
    labour: hoursEach(
      from("starting", "0.3"),
      from("playbook", "0.5"),
      from("carried-on", "0.7"),
      from("carried-on", "0.9"),
    ),
    includes: narrow,
    gallons: from("paintscout-coverage", "0.05"),
    prep: { basis: "lf", perUnit: from("starting", "10") },
  }),
  piece({
    key: "garage-door",
    label: { en: "Garage door", es: "Puerta de garaje" },
    born: "absent",
    quantity: { kind: "count", count: from("starting", "1") },
    labour: hoursEach(
      from("starting", "1.2"),
      from("starting", "2"),
      from("carried-on", "2.8"),
      from("carried-on", "3.6"),
    ),
    includes: {
      en: "Outside of a two-car door, 16 × 7 ft, with its frame.",
      es: "Lado exterior de una puerta de dos autos, 16 × 7 pies, con su marco.",
    },
    gallons: from("starting", "0.35"),
    prep: { basis: "sqft", perUnit: from("starting", "112") },
  }),
  piece({
    key: "shutters",
    label: { en: "Shutters", es: "Contraventanas" },
    born: "absent",
    quantity: { kind: "typed" },
    labour: hoursEach(
      from("starting", "0.3"),
      from("starting", "0.5"),
      from("carried-on", "0.7"),
      from("carried-on", "0.9"),
    ),
    includes: {
      en: "One louvered shutter, both faces, hung.",
      es: "Una contraventana de persiana, ambas caras, sin desmontar.",
    },
    gallons: from("starting", "0.06"),
    prep: { basis: "lf", perUnit: from("starting", "10") },
  }),
];
