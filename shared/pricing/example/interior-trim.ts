import type { LabourRule, PaintRule, Substrate } from "../book/substrate.ts";
import type { Localised } from "../book/numbers.ts";
import { oncePublished, spread, unitsPerHour } from "./rates.ts";
import { from } from "./sources.ts";

const brushed = {
  en: "Brush work and light dusting. Not: filling and sanding.",
  es: "Trabajo con brocha y quitar polvo. No: rellenar ni lijar.",
};

const moulding: Pick<
  Substrate,
  "appliesTo" | "unit" | "scope" | "colourSlot" | "includes" | "method" | "prep"
> = {
  appliesTo: ["room"],
  unit: "lf",
  scope: "trim",
  colourSlot: "trim",
  includes: brushed,
  method: "brush",
  prep: { basis: "lf", perUnit: from("starting", "1") },
};

/** Along the floor or at hip height: no slower in a high room. */
const low = (
  key: string,
  label: Localised,
  born: Substrate["born"],
  labour: LabourRule,
  paint: PaintRule,
): Substrate => ({
  ...moulding,
  key,
  label,
  born,
  quantity: { kind: "perimeter" },
  labour,
  paint,
  multipliers: ["occupancy", "condition", "colour-change"],
});

/** Along the ceiling. */
const high = (
  key: string,
  label: Localised,
  born: Substrate["born"],
  labour: LabourRule,
): Substrate => ({
  ...low(key, label, born, labour, spread("paintscout-coverage", "650")),
  multipliers: ["height", "access", "occupancy", "condition", "colour-change"],
});

export const baseboard = low(
  "baseboard",
  { en: "Baseboard", es: "Zócalo" },
  "painted",
  unitsPerHour(["playbook", "60"], ["playbook", "40"], ["carried-on", "30"], ["carried-on", "24"]),
  spread("paintscout-coverage", "650"),
);

export const tallBaseboard = low(
  "baseboard-tall",
  { en: "Baseboard, 5 in and taller", es: "Zócalo de 5 pulg. o más" },
  "absent",
  unitsPerHour(
    ["playbook", "50"],
    ["playbook", "30"],
    ["carried-on", "21.4"],
    ["carried-on", "16.7"],
  ),
  spread("playbook", "700"),
);

export const crown = high(
  "crown",
  { en: "Crown molding", es: "Moldura de techo" },
  "unpainted",
  unitsPerHour(["two-thirds", "60"], ["rays", "40"], ["two-thirds", "30"], ["two-thirds", "24"]),
);

export const detailedCrown = high(
  "crown-detailed",
  { en: "Crown molding, detailed", es: "Moldura de techo con relieve" },
  "absent",
  unitsPerHour(
    ["two-thirds", "37.5"],
    ["rays", "25"],
    ["two-thirds", "18.8"],
    ["two-thirds", "15"],
  ),
);

export const chairRail = low(
  "chair-rail",
  { en: "Chair rail", es: "Guardasillas" },
  "absent",
  unitsPerHour(
    ["playbook", "50"],
    ["playbook", "30"],
    ["carried-on", "21.4"],
    ["carried-on", "16.7"],
  ),
  spread("paintscout-coverage", "650"),
);

export const shelves: Substrate = {
  ...low(
    "shelves",
    { en: "Shelves", es: "Repisas" },
    "absent",
    oncePublished("npce", "35", ["17.5", "11.7", "8.8"]),
    spread("npce", "113"),
  ),
  quantity: { kind: "typed" },
  includes: {
    en: "A shelf about 12 in wide, both faces, edge and brackets. Not: emptying it, sanding.",
    es: "Una repisa de unas 12 pulg. de ancho, ambas caras, canto y soportes. No: vaciarla ni lijar.",
  },
  prep: { basis: "lf", perUnit: from("starting", "2") },
};

export const beams: Substrate = {
  ...high(
    "beams",
    { en: "Ceiling beams", es: "Vigas de techo" },
    "absent",
    unitsPerHour(
      ["two-thirds", "30"],
      ["starting", "20"],
      ["two-thirds", "15"],
      ["two-thirds", "12"],
    ),
  ),
  quantity: { kind: "typed" },
  includes: {
    en: "Three faces of a boxed beam, cut in at the ceiling. Not: filling joints, sanding.",
    es: "Tres caras de una viga falsa, recortada en el techo. No: rellenar juntas ni lijar.",
  },
  paint: spread("starting", "200"),
  prep: { basis: "lf", perUnit: from("starting", "2") },
};
