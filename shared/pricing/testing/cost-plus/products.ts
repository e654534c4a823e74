import type { Localised } from "../../book/numbers.ts";
import type { Product } from "../../book/paint.ts";
import { costs, from, label, margin, source } from "./numbers.ts";

/** Gallons and fives only: a colour is never less than a gallon. Delivery is 5 % on top. */
const product = (
  key: string,
  words: Localised,
  cents: { readonly gallon: number; readonly five: number },
  rule: NonNullable<Product["profit"]>["rule"],
  coverage = "1",
): Product => ({
  key,
  label: words,
  cans: [
    {
      size: "gallon",
      label: label("Gallon", "Galón"),
      fluidOunces: from("128"),
      cost: costs(cents.gallon),
    },
    {
      size: "five",
      label: label("Five gallons", "Cinco galones"),
      fluidOunces: from("640"),
      cost: costs(cents.five),
    },
  ],
  uplift: from("5"),
  coverage: from(coverage),
  spreads: [],
  sheens: ["flat"],
  warrantyYears: 3,
  profit: { on: "surface", rule },
});

export const products: readonly Product[] = [
  product(
    "wall-basic",
    label("Wall paint, basic", "Pintura de pared, básica"),
    { gallon: 26_00, five: 110_00 },
    margin("30"),
  ),
  product(
    "wall-plus",
    label("Wall paint, plus", "Pintura de pared, plus"),
    { gallon: 38_00, five: 165_00 },
    {
      // 40 % on 500 sq ft, a hundredth of a percent less for each foot more, never below 24 %.
      kind: "margin",
      percent: {
        kind: "line",
        by: "job-sqft",
        points: [
          { at: "500", value: "40" },
          { at: "2500", value: "20" },
        ],
        floor: "24",
        source,
      },
    },
  ),
  product(
    "ceiling-white",
    label("Ceiling white", "Blanco de techo"),
    { gallon: 24_00, five: 100_00 },
    margin("28"),
  ),
  product(
    "trim-enamel",
    label("Trim enamel", "Esmalte"),
    { gallon: 45_00, five: 210_00 },
    margin("36"),
  ),
  product(
    "siding-basic",
    label("Siding paint, basic", "Pintura de fachada, básica"),
    { gallon: 33_00, five: 140_00 },
    margin("30"),
  ),
  product(
    "siding-plus",
    label("Siding paint, plus", "Pintura de fachada, plus"),
    { gallon: 47_00, five: 200_00 },
    margin("38"),
  ),
  product(
    "deck-stain",
    label("Deck stain", "Tinte de terraza"),
    { gallon: 42_00, five: 180_00 },
    margin("33"),
  ),
  product(
    "wood-primer",
    label("Wood primer", "Imprimador de madera"),
    { gallon: 22_00, five: 95_00 },
    margin("25"),
    "0.8",
  ),
];
