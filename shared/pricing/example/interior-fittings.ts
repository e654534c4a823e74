import type { Substrate } from "../book/substrate.ts";
import { fitting, running, square } from "./fitting.ts";
import { gallonsEach, oncePublished, spread, twicePublished } from "./rates.ts";
import { from } from "./sources.ts";

const closet = {
  ...fitting,
  scope: "walls",
  colourSlot: "walls",
  quantity: { kind: "count", count: from("starting", "1") },
  method: "brush-and-roll",
  multipliers: ["occupancy", "condition", "colour-change", "texture"],
} satisfies Partial<Substrate>;

export const closets: readonly Substrate[] = [
  {
    ...closet,
    key: "closet",
    label: { en: "Closet", es: "Clóset" },
    born: "unpainted",
    labour: twicePublished("rays", "1.5", ["1", "2", "2.5"]),
    includes: {
      en: "Inside of a closet of about 128 sq ft: walls and ceiling. Not: shelves, emptying it.",
      es: "Interior de un clóset de unos 128 pies²: paredes y techo. No: repisas ni vaciarlo.",
    },
    paint: gallonsEach("starting", "0.39"),
    prep: square("128"),
  },
  {
    ...closet,
    key: "closet-walk-in",
    label: { en: "Walk-in closet", es: "Vestidor" },
    labour: twicePublished("rays", "2.5", ["1.667", "3.333", "4.167"]),
    includes: {
      en: "Inside of a walk-in closet of about 260 sq ft: walls and ceiling. Not: shelves, emptying it.",
      es: "Interior de un vestidor de unos 260 pies²: paredes y techo. No: repisas ni vaciarlo.",
    },
    paint: gallonsEach("starting", "0.8"),
    prep: square("260"),
  },
];

export const furniture: readonly Substrate[] = [
  {
    ...fitting,
    key: "built-ins",
    label: { en: "Built-ins, by their front", es: "Muebles empotrados, por su frente" },
    unit: "sqft",
    labour: oncePublished("woodweb", "20", ["10", "6.7", "5"]),
    includes: {
      en: "Bookcase or shelf unit with back, sides and shelves, for each sq ft of front. Not: emptying, sanding.",
      es: "Librero o estantería con fondo, lados y repisas, por cada pie² de frente. No: vaciar ni lijar.",
    },
    paint: spread("woodweb", "81"),
    prep: square("4", "woodweb"),
  },
  {
    ...fitting,
    key: "mantel",
    label: { en: "Fireplace mantel", es: "Repisa de chimenea" },
    labour: twicePublished("starting", "1", ["0.667", "1.333", "1.667"]),
    includes: {
      en: "Shelf, legs and frieze of a wooden mantel. Not: brick, hearth.",
      es: "Repisa, pilares y friso de madera. No: ladrillo ni hogar.",
    },
    paint: gallonsEach("starting", "0.1"),
    prep: running("17"),
  },
  {
    ...fitting,
    key: "radiators",
    label: { en: "Radiators", es: "Radiadores" },
    labour: twicePublished("starting", "1.25", ["0.833", "1.667", "2.083"]),
    includes: {
      en: "A cast-iron radiator in place, what a brush reaches. Not: removing it, rust.",
      es: "Un radiador de hierro en su sitio, lo que alcanza la brocha. No: quitarlo ni óxido.",
    },
    paint: gallonsEach("starting", "0.12"),
    prep: square("30"),
  },
];
