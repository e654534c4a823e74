import type { Localised } from "../../shared/pricing/book/numbers.ts";
import type { Colour } from "../../shared/pricing/price-book.ts";
import type { Language } from "../words/language.ts";

/** A colour by its everyday name, with about its shade. */
export interface PaletteColour {
  readonly name: Localised;
  readonly css: string;
}

/**
 * The colours that most houses get, from white to black, for a price book without a palette of its own. Shades are
 * ours: nobody's colour card.
 */
export const palette: readonly PaletteColour[] = [
  { name: { en: "White", es: "Blanco" }, css: "#f8f8f5" },
  { name: { en: "Warm white", es: "Blanco cálido" }, css: "#f3ecdf" },
  { name: { en: "Cream", es: "Crema" }, css: "#efe3c4" },
  { name: { en: "Beige", es: "Beige" }, css: "#d9c7a8" },
  { name: { en: "Greige", es: "Gris cálido" }, css: "#c2b8aa" },
  { name: { en: "Light gray", es: "Gris claro" }, css: "#cfd1d0" },
  { name: { en: "Charcoal", es: "Carbón" }, css: "#45484b" },
  { name: { en: "Sage", es: "Salvia" }, css: "#a3ad94" },
  { name: { en: "Sky blue", es: "Azul cielo" }, css: "#b4cbd8" },
  { name: { en: "Navy", es: "Azul marino" }, css: "#2b3a52" },
  { name: { en: "Barn red", es: "Rojo granero" }, css: "#7d2e26" },
  { name: { en: "Black", es: "Negro" }, css: "#222222" },
];

/** A colour to tap: what the surface then says, and how it looks. */
export interface Swatchable {
  readonly text: string;
  readonly css: string;
}

/** What a surface says for a colour of the book: the name, and the code that the store mixes by. */
const textOf = ({ name, code }: Colour): string => (code === "" ? name : `${name} ${code}`);

const plain = (text: string): string =>
  text.normalize("NFD").replaceAll(/\p{M}/gu, "").trim().toLowerCase();

/**
 * The colours of a price book that match what is typed, names and codes alike; all of them while nothing is, or while
 * one of them is chosen. A book without colours has the everyday ones.
 */
export function findColours(
  colours: readonly Colour[],
  typed: string,
  language: Language,
  most: number,
): { readonly shown: readonly Swatchable[]; readonly more: number } {
  if (colours.length === 0)
    return { shown: palette.map(({ name, css }) => ({ text: name[language], css })), more: 0 };
  const wanted = plain(typed);
  const chosen = colours.find((colour) => plain(textOf(colour)) === wanted);
  const parts = chosen || wanted === "" ? [] : wanted.split(/\s+/);
  const matches = colours.filter((colour) => {
    const text = plain(textOf(colour));
    return parts.every((part) => text.includes(part));
  });
  const ordered = chosen ? [chosen, ...matches.filter((colour) => colour !== chosen)] : matches;
  return {
    shown: ordered.slice(0, most).map((colour) => ({ text: textOf(colour), css: colour.hex })),
    more: Math.max(0, ordered.length - most),
  };
}

/** The shade of a colour by its name, its code or both; null for what neither the book nor the everyday palette has. */
export function shadeOf(text: string, colours: readonly Colour[] = []): string | null {
  const wanted = plain(text);
  if (wanted === "") return null;
  const ofBook = colours.find((colour) =>
    [textOf(colour), colour.name, colour.code].some((known) => plain(known) === wanted),
  );
  const everyday = palette.find(
    ({ name }) => plain(name.en) === wanted || plain(name.es) === wanted,
  );
  return ofBook?.hex ?? everyday?.css ?? null;
}
