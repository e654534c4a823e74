import type { Localised } from "../../../shared/pricing/book/numbers.ts";

/** A colour by its everyday name, with about its shade; the paint store's code is typed by hand. */
export interface PaletteColour {
  readonly name: Localised;
  readonly css: string;
}

/** The colours that most houses get, from white to black. Shades are ours: nobody's colour card. */
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

/** The shade of a colour that was named in either language; null for a store's own name or code. */
export function shadeOf(name: string): string | null {
  const wanted = name.trim().toLowerCase();
  const found = palette.find(
    (colour) => colour.name.en.toLowerCase() === wanted || colour.name.es.toLowerCase() === wanted,
  );
  return found?.css ?? null;
}
