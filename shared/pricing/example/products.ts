import type { Localised } from "../book/numbers.ts";
import type { OptionRule, Product, ScopeChoice } from "../book/paint.ts";
import { costs, from, type SourceKey } from "./sources.ts";

/** Prices of paint lines that exist under many names; the contractor puts in what the store charges. */
const PRICED: SourceKey = "starting";

function product(
  key: string,
  label: Localised,
  cents: { readonly quart: number; readonly gallon: number; readonly five: number },
  coverage: string,
  sheens: readonly string[],
): Product {
  const can = (size: string, name: Localised, ounces: string, price: number) => ({
    size,
    label: name,
    fluidOunces: from("can-sizes", ounces),
    cost: costs(PRICED, price),
  });
  return {
    key,
    label,
    cans: [
      can("five-gallon", { en: "5-gallon pail", es: "Cubeta de 5 galones" }, "640", cents.five),
      can("gallon", { en: "Gallon", es: "Galón" }, "128", cents.gallon),
      can("quart", { en: "Quart", es: "Cuarto de galón" }, "32", cents.quart),
    ],
    uplift: from("starting", "0"),
    coverage: from("starting", coverage),
    spreads: [],
    warrantyYears: 5,
    sheens: [...sheens],
  };
}

export const products: readonly Product[] = [
  product(
    "interior-standard",
    { en: "Interior, standard line", es: "Interior, línea estándar" },
    { quart: 13_00, gallon: 29_00, five: 132_00 },
    "0.95",
    ["flat", "eggshell"],
  ),
  product(
    "interior-premium",
    { en: "Interior, premium line", es: "Interior, línea premium" },
    { quart: 18_00, gallon: 43_00, five: 199_00 },
    "1",
    ["matte", "eggshell"],
  ),
  product(
    "interior-top",
    { en: "Interior, top line", es: "Interior, línea superior" },
    { quart: 26_00, gallon: 64_00, five: 300_00 },
    "1.1",
    ["matte", "eggshell"],
  ),
  product(
    "ceiling-flat",
    { en: "Ceiling paint", es: "Pintura para techo" },
    { quart: 14_00, gallon: 31_00, five: 139_00 },
    "1",
    ["flat"],
  ),
  product(
    "enamel",
    { en: "Trim enamel", es: "Esmalte para molduras" },
    { quart: 19_00, gallon: 49_00, five: 229_00 },
    "1",
    ["semi-gloss"],
  ),
  product(
    "enamel-top",
    { en: "Urethane trim enamel", es: "Esmalte de uretano para molduras" },
    { quart: 27_00, gallon: 72_00, five: 340_00 },
    "1",
    ["satin", "semi-gloss"],
  ),
  product(
    "exterior-standard",
    { en: "Exterior, standard line", es: "Exterior, línea estándar" },
    { quart: 15_00, gallon: 36_00, five: 165_00 },
    "0.95",
    ["flat", "satin"],
  ),
  product(
    "exterior-premium",
    { en: "Exterior, premium line", es: "Exterior, línea premium" },
    { quart: 20_00, gallon: 52_00, five: 244_00 },
    "1",
    ["flat", "satin"],
  ),
  product(
    "exterior-top",
    { en: "Exterior, top line", es: "Exterior, línea superior" },
    { quart: 29_00, gallon: 78_00, five: 370_00 },
    "1.1",
    ["flat", "satin"],
  ),
];

const scope = (
  scopeKey: string,
  productKey: string,
  sheen: string,
  coats: number,
  prep: string,
): ScopeChoice => ({ scope: scopeKey, product: productKey, sheen, coats, prep });

/** Good refreshes in the same colour, better changes the colour, best lasts. */
export const options: readonly OptionRule[] = [
  {
    key: "good",
    label: { en: "Good", es: "Bueno" },
    warrantyYears: 2,
    source: "starting",
    scopes: [
      scope("walls", "interior-standard", "eggshell", 1, "light"),
      scope("ceilings", "ceiling-flat", "flat", 1, "none"),
      scope("trim", "enamel", "semi-gloss", 1, "light"),
      scope("siding", "exterior-standard", "satin", 1, "light"),
      scope("exterior-trim", "exterior-standard", "satin", 1, "light"),
    ],
  },
  {
    key: "better",
    label: { en: "Better", es: "Mejor" },
    warrantyYears: 5,
    source: "starting",
    scopes: [
      scope("walls", "interior-premium", "eggshell", 2, "light"),
      scope("ceilings", "ceiling-flat", "flat", 1, "light"),
      scope("trim", "enamel", "semi-gloss", 2, "light"),
      scope("siding", "exterior-premium", "satin", 2, "moderate"),
      scope("exterior-trim", "exterior-premium", "satin", 2, "moderate"),
    ],
  },
  {
    key: "best",
    label: { en: "Best", es: "Óptimo" },
    warrantyYears: 8,
    source: "starting",
    scopes: [
      scope("walls", "interior-top", "matte", 2, "moderate"),
      scope("ceilings", "ceiling-flat", "flat", 2, "light"),
      scope("trim", "enamel-top", "satin", 2, "moderate"),
      scope("siding", "exterior-top", "satin", 2, "heavy"),
      scope("exterior-trim", "exterior-top", "satin", 3, "heavy"),
    ],
  },
];
