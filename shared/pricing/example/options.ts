import type { OptionRule, ScopeChoice } from "../book/paint.ts";

const scope = (
  scopeKey: string,
  productKey: string,
  sheen: string,
  coats: number,
  prep: string,
  primer?: string,
): ScopeChoice => ({
  scope: scopeKey,
  product: productKey,
  sheen,
  coats,
  prep,
  ...(primer === undefined ? {} : { primer }),
});

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
      scope("cabinets", "enamel", "satin", 2, "cabinet-prep", "bonding"),
      scope("siding", "exterior-standard", "satin", 1, "light"),
      scope("exterior-trim", "exterior-standard", "satin", 1, "light"),
      scope("decks", "deck-stain", "flat", 1, "light"),
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
      scope("cabinets", "enamel-top", "satin", 2, "cabinet-prep", "bonding"),
      scope("siding", "exterior-premium", "satin", 2, "moderate", "spot-exterior"),
      scope("exterior-trim", "exterior-premium", "satin", 2, "moderate", "spot-exterior"),
      scope("decks", "deck-stain", "flat", 2, "light"),
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
      scope("cabinets", "cabinet-enamel", "satin", 3, "cabinet-prep", "bonding"),
      scope("siding", "exterior-top", "satin", 2, "heavy", "spot-exterior"),
      scope("exterior-trim", "exterior-top", "satin", 3, "heavy", "spot-exterior"),
      scope("decks", "deck-stain-top", "flat", 2, "moderate"),
    ],
  },
];
