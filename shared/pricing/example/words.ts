import type { Named, Scope } from "../price-book.ts";
import { costs } from "./sources.ts";

/** What a job decides a colour for. */
export const colourSlots: readonly Named[] = [
  { key: "walls", label: { en: "Wall color", es: "Color de paredes" } },
  { key: "accent", label: { en: "Accent color", es: "Color de acento" } },
  { key: "ceiling", label: { en: "Ceiling color", es: "Color de techo" } },
  { key: "trim", label: { en: "Trim color", es: "Color de molduras" } },
  { key: "cabinets", label: { en: "Cabinet color", es: "Color de gabinetes" } },
  { key: "body", label: { en: "Body color", es: "Color de fachada" } },
  {
    key: "exterior-trim",
    label: { en: "Exterior trim color", es: "Color de molduras exteriores" },
  },
  { key: "entry-door", label: { en: "Front door color", es: "Color de la puerta principal" } },
  { key: "shutters", label: { en: "Shutter color", es: "Color de contraventanas" } },
  { key: "deck", label: { en: "Deck and fence color", es: "Color de terraza y cerca" } },
];

export const sheens: readonly Named[] = [
  { key: "flat", label: { en: "Flat", es: "Mate liso" } },
  { key: "matte", label: { en: "Matte", es: "Mate" } },
  { key: "eggshell", label: { en: "Eggshell", es: "Cáscara de huevo" } },
  { key: "satin", label: { en: "Satin", es: "Satinado" } },
  { key: "semi-gloss", label: { en: "Semi-gloss", es: "Semibrillante" } },
  { key: "gloss", label: { en: "Gloss", es: "Brillante" } },
];

/** What an option chooses a product for. Cabinets are not worth setting up for less than a day. */
export const scopes: readonly Scope[] = [
  { key: "walls", label: { en: "Walls", es: "Paredes" } },
  { key: "ceilings", label: { en: "Ceilings", es: "Techos" } },
  { key: "trim", label: { en: "Trim and doors", es: "Molduras y puertas" } },
  {
    key: "cabinets",
    label: { en: "Cabinets", es: "Gabinetes" },
    minimum: costs("starting", 600_00),
  },
  { key: "siding", label: { en: "Siding", es: "Fachada" } },
  { key: "exterior-trim", label: { en: "Exterior trim", es: "Molduras exteriores" } },
  { key: "decks", label: { en: "Decks and fences", es: "Terrazas y cercas" } },
];
