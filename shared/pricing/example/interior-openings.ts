import type { Substrate } from "../book/substrate.ts";
import { gallonsEach, twicePublished } from "./rates.ts";
import { from } from "./sources.ts";

const door = {
  appliesTo: ["room"],
  born: "absent",
  unit: "each",
  quantity: { kind: "typed" },
  scope: "trim",
  colourSlot: "trim",
  method: "brush",
  prep: { basis: "lf", perUnit: from("starting", "17") },
  multipliers: ["occupancy", "condition", "colour-change"],
} satisfies Partial<Substrate>;

// Nine doors to a gallon for two coats.
const ninthOfGallon = gallonsEach("playbook", "0.0556");

/** Doors of a room, by kind: the panel door is on every new one, the others are counted where they are. */
export const doors: readonly Substrate[] = [
  {
    ...door,
    key: "doors",
    label: { en: "Doors, one side", es: "Puertas, un lado" },
    born: "painted",
    quantity: { kind: "doors" },
    labour: twicePublished("playbook", "0.75", ["0.5", "1", "1.25"]),
    includes: {
      en: "Panel door with jamb and casing. Not: taking it down.",
      es: "Puerta de tableros con marco y moldura. No: desmontarla.",
    },
    paint: ninthOfGallon,
  },
  {
    ...door,
    key: "doors-flat",
    label: { en: "Flat doors, one side", es: "Puertas lisas, un lado" },
    labour: twicePublished("playbook", "0.5", ["0.333", "0.667", "0.833"]),
    includes: {
      en: "Flush door with jamb and casing. Not: taking it down.",
      es: "Puerta lisa con marco y moldura. No: desmontarla.",
    },
    paint: ninthOfGallon,
  },
  {
    ...door,
    key: "doors-glass",
    label: { en: "Doors with glass, one side", es: "Puertas con vidrio, un lado" },
    labour: twicePublished("playbook", "1", ["0.667", "1.333", "1.667"]),
    includes: {
      en: "Panel door with one pane, with jamb and casing, the glass cut in. Not: scraping glass.",
      es: "Puerta de tableros con un vidrio, con marco y moldura, vidrio recortado. No: raspar el vidrio.",
    },
    paint: ninthOfGallon,
  },
  {
    ...door,
    key: "doors-french",
    label: { en: "French doors, one side", es: "Puertas francesas, un lado" },
    labour: twicePublished("playbook", "1.5", ["1", "2", "2.5"]),
    includes: {
      en: "One leaf with all its panes, with jamb and casing. Not: masking or scraping glass.",
      es: "Una hoja con todos sus vidrios, con marco y moldura. No: cubrir ni raspar vidrios.",
    },
    paint: ninthOfGallon,
  },
  {
    ...door,
    key: "doors-slab",
    label: { en: "Door slabs only, one side", es: "Solo hojas de puerta, un lado" },
    quantity: { kind: "doors" },
    labour: twicePublished("door-split", "0.5", ["0.333", "0.667", "0.833"]),
    includes: {
      en: "The panel door alone, one face and one edge. Not: jamb and casing.",
      es: "Solo la hoja de tableros, una cara y un canto. No: marco ni moldura.",
    },
    paint: gallonsEach("starting", "0.04"),
    prep: { basis: "lf", perUnit: from("starting", "7") },
  },
  {
    ...door,
    key: "door-casings",
    label: { en: "Door frames and casings, one side", es: "Marcos y molduras de puerta, un lado" },
    quantity: { kind: "doors" },
    labour: twicePublished("door-split", "0.25", ["0.167", "0.333", "0.417"]),
    includes: {
      en: "Jamb, stop and casing of one side, also of an opening without a door. Not: the door.",
      es: "Marco, tope y moldura de un lado, también de un vano sin puerta. No: la puerta.",
    },
    paint: gallonsEach("starting", "0.03"),
  },
  {
    ...door,
    key: "doors-closet",
    label: { en: "Closet doors, one side", es: "Puertas de clóset, un lado" },
    labour: twicePublished("starting", "0.9", ["0.6", "1.2", "1.5"]),
    includes: {
      en: "A pair of bifold or sliding doors with its frame, hung. Not: louvers, inside faces.",
      es: "Un par de puertas plegables o corredizas con su marco, sin desmontar. No: persianas ni caras interiores.",
    },
    paint: gallonsEach("starting", "0.1"),
  },
];

const window = {
  ...door,
  prep: { basis: "lf", perUnit: from("starting", "10") },
  multipliers: ["access", "occupancy", "condition", "colour-change"],
} satisfies Partial<Substrate>;

export const windows: readonly Substrate[] = [
  {
    ...window,
    key: "windows",
    label: { en: "Windows", es: "Ventanas" },
    born: "unpainted",
    quantity: { kind: "windows" },
    labour: twicePublished("playbook", "0.5", ["0.333", "0.667", "0.833"]),
    includes: {
      en: "Simple sash, frame and sill. Not: divided lights.",
      es: "Hoja sencilla, marco y repisa. No: vidrios repartidos.",
    },
    paint: gallonsEach("paintscout-coverage", "0.05"),
  },
  {
    ...window,
    key: "windows-divided",
    label: { en: "Windows with divided lights", es: "Ventanas con vidrios repartidos" },
    labour: twicePublished("playbook", "1", ["0.667", "1.333", "1.667"]),
    includes: {
      en: "Sash with muntins, frame and sill, each pane cut in. Not: scraping glass, glazing.",
      es: "Hoja con barrotes, marco y repisa, cada vidrio recortado. No: raspar vidrios ni enmasillar.",
    },
    paint: gallonsEach("paintscout-coverage", "0.05"),
  },
  {
    ...window,
    key: "window-casings",
    label: { en: "Window casings and sills", es: "Molduras y repisas de ventana" },
    quantity: { kind: "windows" },
    labour: twicePublished("rays", "0.833", ["0.556", "1.111", "1.389"]),
    includes: {
      en: "Casing, apron and sill around a vinyl or metal window. Not: the sash.",
      es: "Moldura y repisa de una ventana de vinilo o metal. No: la hoja.",
    },
    paint: gallonsEach("starting", "0.03"),
  },
];
