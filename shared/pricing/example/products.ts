import type { Localised } from "../book/numbers.ts";
import type { Product } from "../book/paint.ts";
import { costs, from, type SourceKey } from "./sources.ts";

/** Prices of paint lines that exist under many names; the contractor puts in what the store charges. */
const PRICED: SourceKey = "starting";

interface Prices {
  readonly quart?: number;
  readonly gallon: number;
  readonly five: number;
}

function cansAt({ quart, gallon, five }: Prices): Product["cans"] {
  const can = (size: string, label: Localised, ounces: string, price: number) => ({
    size,
    label,
    fluidOunces: from("can-sizes", ounces),
    cost: costs(PRICED, price),
  });
  return [
    can("five-gallon", { en: "5-gallon pail", es: "Cubeta de 5 galones" }, "640", five),
    can("gallon", { en: "Gallon", es: "Galón" }, "128", gallon),
    ...(quart === undefined
      ? []
      : [can("quart", { en: "Quart", es: "Cuarto de galón" }, "32", quart)]),
  ];
}

/** A line of paint; `coverage` 1 covers as the substrates say. */
const product = (
  key: string,
  label: Localised,
  prices: Prices,
  coverage: string,
  sheens: readonly string[],
  warrantyYears: number,
): Product => ({
  key,
  label,
  cans: cansAt(prices),
  uplift: from("starting", "0"),
  coverage: from("starting", coverage),
  spreads: [],
  sheens: [...sheens],
  warrantyYears,
});

/** A primer covers 250 sq ft of whatever is counted in square feet, and 0.77 of what paint does elsewhere. */
const primer = (
  key: string,
  label: Localised,
  prices: Prices,
  broad: readonly string[],
): Product => ({
  ...product(key, label, prices, "0.77", ["flat"], 8),
  spreads: broad.map((substrate) => ({ substrate, unitsPerGallon: from("rays", "250") })),
});

const interior: readonly Product[] = [
  product(
    "interior-standard",
    { en: "Interior, standard line", es: "Interior, línea estándar" },
    { quart: 13_00, gallon: 29_00, five: 132_00 },
    "0.95",
    ["flat", "eggshell"],
    2,
  ),
  product(
    "interior-premium",
    { en: "Interior, premium line", es: "Interior, línea premium" },
    { quart: 18_00, gallon: 43_00, five: 199_00 },
    "1",
    ["matte", "eggshell", "satin"],
    5,
  ),
  product(
    "interior-top",
    { en: "Interior, top line", es: "Interior, línea superior" },
    { quart: 26_00, gallon: 64_00, five: 300_00 },
    "1.1",
    ["matte", "eggshell", "satin"],
    8,
  ),
  product(
    "ceiling-flat",
    { en: "Ceiling paint", es: "Pintura para techo" },
    { quart: 14_00, gallon: 31_00, five: 139_00 },
    "1",
    ["flat"],
    8,
  ),
  product(
    "enamel",
    { en: "Trim enamel", es: "Esmalte para molduras" },
    { quart: 19_00, gallon: 49_00, five: 229_00 },
    "1",
    ["semi-gloss", "satin"],
    5,
  ),
  product(
    "enamel-top",
    { en: "Urethane trim enamel", es: "Esmalte de uretano para molduras" },
    { quart: 27_00, gallon: 72_00, five: 340_00 },
    "1",
    ["satin", "semi-gloss", "gloss"],
    8,
  ),
  product(
    "cabinet-enamel",
    { en: "Cabinet enamel, hard drying", es: "Esmalte duro para gabinetes" },
    { quart: 32_00, gallon: 88_00, five: 420_00 },
    "1",
    ["satin", "semi-gloss"],
    8,
  ),
];

const exterior: readonly Product[] = [
  product(
    "exterior-standard",
    { en: "Exterior, standard line", es: "Exterior, línea estándar" },
    { quart: 15_00, gallon: 36_00, five: 165_00 },
    "0.95",
    ["flat", "satin"],
    2,
  ),
  product(
    "exterior-premium",
    { en: "Exterior, premium line", es: "Exterior, línea premium" },
    { quart: 20_00, gallon: 52_00, five: 244_00 },
    "1",
    ["flat", "satin", "semi-gloss"],
    5,
  ),
  product(
    "exterior-top",
    { en: "Exterior, top line", es: "Exterior, línea superior" },
    { quart: 29_00, gallon: 78_00, five: 370_00 },
    "1.1",
    ["flat", "satin", "semi-gloss"],
    8,
  ),
  {
    ...product(
      "masonry",
      { en: "Masonry paint, thick", es: "Pintura gruesa para mampostería" },
      { gallon: 58_00, five: 269_00 },
      "0.6",
      ["flat"],
      8,
    ),
    // Thick films are laid on at about half a wall paint's spread rate; read the product sheet.
    spreads: ["siding-stucco", "siding-brick", "siding-block", "foundation", "chimney"].map(
      (substrate) => ({ substrate, unitsPerGallon: from("starting", "100") }),
    ),
  },
  product(
    "deck-stain",
    { en: "Solid deck stain", es: "Tinte sólido para terrazas" },
    { quart: 18_00, gallon: 46_00, five: 215_00 },
    "0.9",
    ["flat"],
    2,
  ),
  product(
    "deck-stain-top",
    { en: "Solid deck stain, top line", es: "Tinte sólido para terrazas, línea superior" },
    { quart: 24_00, gallon: 64_00, five: 300_00 },
    "1",
    ["flat"],
    3,
  ),
];

const drywall = ["walls", "accent-wall", "ceiling", "wainscot"];
const boards = ["siding-lap", "siding-board-batten", "siding-panel", "soffit", "porch-ceiling"];

const primers: readonly Product[] = [
  primer(
    "primer-interior",
    { en: "Interior primer", es: "Imprimador interior" },
    { quart: 12_00, gallon: 27_00, five: 122_00 },
    drywall,
  ),
  primer(
    "primer-stain",
    { en: "Stain-blocking primer", es: "Imprimador bloqueador de manchas" },
    { quart: 17_00, gallon: 48_00, five: 225_00 },
    drywall,
  ),
  primer(
    "primer-bonding",
    { en: "Bonding primer", es: "Imprimador de adherencia" },
    { quart: 18_00, gallon: 52_00, five: 245_00 },
    ["wainscot"],
  ),
  primer(
    "primer-exterior",
    { en: "Exterior wood primer", es: "Imprimador exterior para madera" },
    { quart: 15_00, gallon: 39_00, five: 180_00 },
    boards,
  ),
  primer(
    "primer-masonry",
    { en: "Masonry sealer", es: "Sellador para mampostería" },
    { gallon: 34_00, five: 156_00 },
    ["siding-stucco", "foundation"],
  ),
];

export const products: readonly Product[] = [...interior, ...exterior, ...primers];
