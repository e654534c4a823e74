import type { Localised } from "../book/numbers.ts";
import type { AddOn } from "../book/money.ts";
import type { QuantityUnit } from "../book/substrate.ts";
import type { SundriesRule } from "../book/work.ts";
import { costs, from, type SourceKey } from "./sources.ts";

/** Paint comes from the pools; these are what else is used up. The Playbook's $2 an hour stand for the small things. */
export const sundries: readonly SundriesRule[] = [
  {
    kind: "per-hour",
    key: "small-supplies",
    label: { en: "Brushes, rollers, caulk, sandpaper", es: "Brochas, rodillos, sellador, lijas" },
    perHour: costs("playbook", 2_00),
  },
  {
    kind: "per-started",
    key: "tape",
    label: { en: "Masking tape", es: "Cinta de enmascarar" },
    units: from("starting", "180"),
    of: "lf",
    cost: costs("starting", 6_50),
    minimum: 1,
  },
  {
    kind: "per-started",
    key: "plastic",
    label: { en: "Plastic and paper", es: "Plástico y papel" },
    units: from("starting", "1500"),
    of: "sqft",
    cost: costs("starting", 14_00),
    minimum: 1,
  },
  {
    kind: "per-started",
    key: "lead-kit",
    label: { en: "Lead-safe kit", es: "Equipo seguro con plomo" },
    onlyIf: "lead-safe",
    units: from("starting", "1"),
    of: "area",
    cost: costs("starting", 38_00),
    minimum: 1,
  },
];

/** The part of an add-on's price that is pay. */
const FACTOR = from("starting", "0.45");

const addOn = (
  key: string,
  label: Localised,
  unit: QuantityUnit,
  source: SourceKey,
  pay: string,
): AddOn => ({ key, label, unit, pay: from(source, pay), factor: FACTOR });

/** Work beside the painting, at a pay for each. Half an hour's pay is $11.08 of the wage. */
export const addOns: readonly AddOn[] = [
  addOn(
    "wallpaper-removal",
    { en: "Remove wallpaper", es: "Quitar papel tapiz" },
    "sqft",
    "engineerfix",
    "0.81",
  ),
  addOn(
    "popcorn-removal",
    { en: "Remove popcorn texture", es: "Quitar textura de palomitas" },
    "sqft",
    "engineerfix",
    "1.8",
  ),
  addOn(
    "drywall-patch",
    { en: "Drywall patch up to 1 sq ft", es: "Parche de tablarroca de hasta 1 pie²" },
    "each",
    "starting",
    "36",
  ),
  addOn("accent-wall", { en: "Accent wall", es: "Pared de acento" }, "each", "certapro", "56.25"),
  addOn(
    "caulk-windows",
    { en: "Caulk a window all around", es: "Sellar una ventana por todos lados" },
    "each",
    "starting",
    "9",
  ),
  addOn(
    "pressure-wash",
    { en: "Pressure wash", es: "Lavado a presión" },
    "sqft",
    "starting",
    "0.1125",
  ),
  addOn(
    "door-hardware",
    { en: "Take a door down and put it back", es: "Desmontar y montar una puerta" },
    "each",
    "painttalk-980",
    "11.08",
  ),
  addOn(
    "cabinet-doors-off",
    { en: "Take a cabinet door off and hang it", es: "Desmontar y colgar una puerta de gabinete" },
    "each",
    "starting",
    "4.5",
  ),
  addOn(
    "move-furniture",
    { en: "Move and cover furniture, a room", es: "Mover y cubrir muebles, un cuarto" },
    "each",
    "painttalk-980",
    "11.08",
  ),
  addOn(
    "rotten-wood",
    { en: "Replace rotten trim", es: "Cambiar moldura podrida" },
    "lf",
    "starting",
    "6.75",
  ),
  addOn(
    "gutter-cleaning",
    { en: "Clean out gutters", es: "Limpiar canaletas" },
    "lf",
    "starting",
    "0.68",
  ),
];
