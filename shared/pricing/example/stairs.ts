import type { Localised } from "../book/numbers.ts";
import type { Substrate } from "../book/substrate.ts";
import { fitting, running } from "./fitting.ts";
import { gallonsEach, spread, twicePublished, unitsPerHour } from "./rates.ts";

/** A part of a stair, counted. */
const onStair = (
  key: string,
  label: Localised,
  includes: Localised,
  labour: Substrate["labour"],
  gallons: string,
  feet: string,
): Substrate => ({
  ...fitting,
  key,
  label,
  includes,
  labour,
  paint: gallonsEach("starting", gallons),
  prep: running(feet),
});

export const stairs: readonly Substrate[] = [
  {
    ...fitting,
    key: "railing",
    label: { en: "Stair railing", es: "Barandal" },
    appliesTo: ["room", "side"],
    unit: "lf",
    labour: unitsPerHour(
      ["two-thirds", "9"],
      ["rays", "6"],
      ["two-thirds", "4.5"],
      ["two-thirds", "3.6"],
    ),
    includes: {
      en: "Handrail, all around, brush work and light dusting. Not: spindles, filling, sanding.",
      es: "Pasamanos por todos lados, brocha y quitar polvo. No: balaustres, rellenar ni lijar.",
    },
    paint: spread("starting", "100"),
    prep: running("1"),
    multipliers: ["access", "occupancy", "condition", "colour-change"],
  },
  onStair(
    "spindles",
    { en: "Spindles, square", es: "Balaustres cuadrados" },
    {
      en: "One plain spindle, all sides. Not: handrail, sanding.",
      es: "Un balaustre sencillo, todos los lados. No: pasamanos ni lijar.",
    },
    twicePublished("rays", "0.2", ["0.133", "0.267", "0.333"]),
    "0.005",
    "3",
  ),
  onStair(
    "spindles-turned",
    { en: "Spindles, turned", es: "Balaustres torneados" },
    {
      en: "One turned or ornate spindle, all around. Not: handrail, sanding.",
      es: "Un balaustre torneado o con adornos, por todos lados. No: pasamanos ni lijar.",
    },
    twicePublished("rays", "0.5", ["0.333", "0.667", "0.833"]),
    "0.006",
    "3",
  ),
  onStair(
    "newel-posts",
    { en: "Newel posts", es: "Postes de escalera" },
    {
      en: "One post with its cap, all sides. Not: sanding.",
      es: "Un poste con su remate, todos los lados. No: lijar.",
    },
    twicePublished("starting", "0.5", ["0.333", "0.667", "0.833"]),
    "0.02",
    "8",
  ),
  onStair(
    "stair-steps",
    { en: "Stair steps: riser and stringer", es: "Escalones: contrahuella y zanca" },
    {
      en: "One riser with its part of both stringers. Not: the tread.",
      es: "Una contrahuella con su parte de ambas zancas. No: la huella.",
    },
    twicePublished("rays", "0.333", ["0.222", "0.444", "0.555"]),
    "0.01",
    "5",
  ),
  onStair(
    "stair-risers",
    { en: "Stair risers", es: "Contrahuellas" },
    {
      en: "One riser, cut in at tread and stringer. Not: tread and stringer.",
      es: "Una contrahuella, recortada en huella y zanca. No: huella ni zanca.",
    },
    twicePublished("starting", "0.15", ["0.1", "0.2", "0.25"]),
    "0.006",
    "3",
  ),
  onStair(
    "stair-treads",
    { en: "Stair treads", es: "Huellas" },
    {
      en: "One tread with its nosing, every other one at a time. Not: sanding to bare wood.",
      es: "Una huella con su borde, una sí y otra no cada vez. No: lijar hasta la madera.",
    },
    twicePublished("starting", "0.2", ["0.133", "0.267", "0.333"]),
    "0.01",
    "4",
  ),
];
