import type { AreaBand, HeightBand, Multiplier } from "../book/work.ts";
import { costs, from, type SourceKey } from "./sources.ts";

/** The same factor on painting and on prep. */
const work = (source: SourceKey, factor: string) => ({
  labour: from(source, factor),
  prep: from(source, factor),
});

export const heightBands: readonly HeightBand[] = [
  {
    key: "room-standard",
    label: { en: "Up to 10 ft", es: "Hasta 10 pies" },
    appliesTo: ["room"],
    fromFeet: from("rays", "0"),
  },
  {
    key: "room-10",
    label: { en: "10 ft and over", es: "10 pies o más" },
    appliesTo: ["room"],
    fromFeet: from("rays", "10"),
    ...work("rays", "1.10"),
  },
  {
    key: "room-12",
    label: { en: "12 ft and over", es: "12 pies o más" },
    appliesTo: ["room"],
    fromFeet: from("rays", "12"),
    ...work("rays", "1.25"),
  },
  {
    key: "room-vaulted",
    label: { en: "Vaulted, 16 ft and over", es: "Abovedado, 16 pies o más" },
    appliesTo: ["room"],
    fromFeet: from("starting", "16"),
    ...work("rays", "1.45"),
    charge: { per: "area", cost: costs("rays", 200_00) },
  },
  {
    key: "side-standard",
    label: { en: "One storey", es: "Un piso" },
    appliesTo: ["side"],
    fromFeet: from("starting", "0"),
  },
  {
    key: "side-12",
    label: { en: "12 ft and over", es: "12 pies o más" },
    appliesTo: ["side"],
    fromFeet: from("rays", "12"),
    ...work("rays", "1.25"),
  },
  {
    key: "side-20",
    label: { en: "20 ft and over, with lift", es: "20 pies o más, con elevador" },
    appliesTo: ["side"],
    fromFeet: from("starting", "20"),
    ...work("starting", "1.45"),
    charge: { per: "area", cost: costs("countbricks", 325_00) },
  },
];

export const access: readonly AreaBand[] = [
  { key: "normal", label: { en: "Normal access", es: "Acceso normal" } },
  {
    key: "tight",
    label: { en: "Tight, or plants close by", es: "Estrecho o con plantas cerca" },
    ...work("starting", "1.15"),
  },
  {
    key: "stairs",
    label: { en: "Over stairs", es: "Sobre escaleras" },
    ...work("rays", "1.5"),
  },
  {
    key: "steep",
    label: { en: "Steep ground, or from a roof", es: "Terreno inclinado o desde un techo" },
    ...work("starting", "1.3"),
  },
  {
    key: "far",
    label: {
      en: "Far from the truck, paid parking",
      es: "Lejos de la camioneta, estacionamiento de paga",
    },
    ...work("starting", "1.05"),
    charge: { per: "crew-day", cost: costs("starting", 25_00) },
  },
];

export const occupancy: readonly AreaBand[] = [
  { key: "empty", label: { en: "Empty", es: "Vacío" } },
  {
    key: "furnished",
    label: { en: "Furnished", es: "Amueblado" },
    ...work("rays", "1.20"),
  },
  {
    key: "full",
    label: { en: "Much furniture", es: "Con muchos muebles" },
    ...work("rays", "1.35"),
  },
];

/** Of the old paint and what is under it. A thirsty surface drinks more of the first coat. */
export const conditions: readonly Multiplier[] = [
  { key: "sound", label: { en: "Sound", es: "En buen estado" } },
  {
    key: "worn",
    label: { en: "Worn", es: "Gastado" },
    prep: from("fennec", "1.4"),
  },
  {
    key: "poor",
    label: { en: "Poor: cracks, loose paint", es: "Malo: grietas, pintura suelta" },
    labour: from("starting", "1.15"),
    prep: from("fennec", "1.75"),
    paint: from("starting", "1.1"),
  },
  {
    key: "failing",
    label: { en: "Failing: bare in places", es: "Muy malo: partes sin pintura" },
    labour: from("starting", "1.4"),
    prep: from("fennec", "2.2"),
    paint: from("starting", "1.2"),
  },
];

export const colourChanges: readonly Multiplier[] = [
  { key: "similar", label: { en: "Similar color", es: "Color parecido" } },
  {
    key: "dark-to-light",
    label: { en: "Dark to light", es: "De oscuro a claro" },
    labour: from("starting", "1.1"),
  },
  {
    key: "to-deep",
    label: { en: "To a deep or bright color", es: "A un color intenso" },
    labour: from("starting", "1.15"),
    paint: from("starting", "1.1"),
  },
  {
    key: "stain-to-paint",
    label: { en: "Stained wood to paint", es: "De madera teñida a pintura" },
    labour: from("rays-stain", "1.8"),
  },
];

export const textures: readonly Multiplier[] = [
  { key: "smooth", label: { en: "Smooth", es: "Lisa" } },
  {
    key: "light",
    label: { en: "Light texture, orange peel", es: "Textura ligera, cáscara de naranja" },
    // 550 sq ft an hour on smooth, 500 on light; 375 sq ft a gallon against 325.
    labour: from("inpaint", "1.1"),
    paint: from("coverage-calculator", "1.15"),
  },
  {
    key: "heavy",
    label: { en: "Heavy texture, knockdown", es: "Textura gruesa" },
    // 550 sq ft an hour on smooth, 450 on heavy; 400 sq ft a gallon against 275.
    labour: from("inpaint", "1.22"),
    paint: from("zafto", "1.45"),
  },
  {
    key: "rough-sawn",
    label: { en: "Rough-sawn wood", es: "Madera sin cepillar" },
    labour: from("starting", "1.25"),
    // 375 sq ft a gallon on smooth wood against 250.
    paint: from("zafto", "1.5"),
  },
];
