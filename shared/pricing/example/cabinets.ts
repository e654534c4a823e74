import type { Localised } from "../book/numbers.ts";
import type { PaintRule, Substrate } from "../book/substrate.ts";
import { fitting, square } from "./fitting.ts";
import { gallonsEach, oncePublished, spread, twicePublished } from "./rates.ts";

const cabinet = {
  ...fitting,
  scope: "cabinets",
  colourSlot: "cabinets",
  method: "spray-fine",
} satisfies Partial<Substrate>;

const pieceOfCabinet = (
  key: string,
  label: Localised,
  includes: Localised,
  labour: Substrate["labour"],
  paint: PaintRule,
  prep: string,
): Substrate => ({ ...cabinet, key, label, includes, labour, paint, prep: square(prep) });

export const cabinets: readonly Substrate[] = [
  {
    ...cabinet,
    key: "cabinets",
    label: { en: "Cabinets, whole, by their front", es: "Gabinetes completos, por su frente" },
    unit: "sqft",
    labour: oncePublished("servvian", "33.3", ["16.7", "11.1", "8.3"]),
    includes: {
      en: "Faces, both sides of doors and drawer fronts, finished ends, sprayed, for each sq ft of front. Not: cleaning, sanding, masking, hinges and hardware.",
      es: "Frentes, ambos lados de puertas y cajones, costados, con pistola, por cada pie² de frente. No: limpiar, lijar, cubrir, bisagras ni herrajes.",
    },
    paint: spread("zafto", "62.5"),
    prep: square("6", "woodweb"),
  },
  pieceOfCabinet(
    "cabinet-doors",
    { en: "Cabinet doors", es: "Puertas de gabinete" },
    {
      en: "One door, both sides and edges, off its hinges. Not: cleaning, sanding, hanging it.",
      es: "Una puerta, ambos lados y cantos, desmontada. No: limpiar, lijar ni colgarla.",
    },
    twicePublished("starting", "0.6", ["0.4", "0.8", "1"]),
    gallonsEach("starting", "0.02"),
    "6",
  ),
  pieceOfCabinet(
    "cabinet-drawers",
    { en: "Drawer fronts", es: "Frentes de cajón" },
    {
      en: "One drawer front, face and edges. Not: the box, cleaning, sanding, knobs.",
      es: "Un frente de cajón, cara y cantos. No: la caja, limpiar, lijar ni perillas.",
    },
    twicePublished("starting", "0.3", ["0.2", "0.4", "0.5"]),
    gallonsEach("starting", "0.006"),
    "2",
  ),
  {
    ...cabinet,
    key: "cabinet-faces",
    label: { en: "Cabinet faces and ends", es: "Marcos y costados de gabinete" },
    unit: "sqft",
    labour: oncePublished("projobcalc", "80", ["40", "26.7", "20"]),
    includes: {
      en: "Face frames and finished ends in place, brush work. Not: doors, drawers, insides.",
      es: "Marcos y costados en su sitio, con brocha. No: puertas, cajones ni interiores.",
    },
    paint: spread("zafto", "375"),
    method: "brush",
    prep: square("1"),
  },
];
