import type { PriceBook } from "../price-book.ts";

/**
 * The worked example of a trade seminar (Fred Yarur) as a price book: 400 sq ft an hour in whole hours,
 * 325 sq ft a gallon in whole gallons at $25, $20 × 1.80 an hour, 20 % on top of everything.
 */
const from = (value: string) => ({ value, source: "seminar" });
const costs = (cents: number) => ({ cents, source: "seminar" });
const label = { en: "Walls", es: "Paredes" };
const usual = { key: "normal", label: { en: "Normal", es: "Normal" } };
const profit = { kind: "markup", percent: from("20") } as const;

export const seminarPriceBook: PriceBook = {
  format: 2,
  id: "seminar",
  version: 1,
  name: { en: "Seminar", es: "Seminario" },
  isExample: true,
  currency: "USD",
  sources: { seminar: "Estimating seminar by Fred Yarur" },
  labour: {
    wage: costs(20_00),
    load: from("1.80"),
    hours: "whole-hours-up",
    crewSize: from("2"),
    hoursPerDay: from("8"),
    setUpHoursPerCrewDay: from("0"),
    tripPerCrewDay: costs(0),
  },
  openings: { door: from("21"), window: from("15") },
  colourSlots: [{ key: "walls", label }],
  sheens: [{ key: "flat", label: { en: "Flat", es: "Mate" } }],
  scopes: [{ key: "walls", label }],
  colours: [],
  substrates: [
    {
      key: "walls",
      label,
      appliesTo: ["room"],
      born: "painted",
      unit: "sqft",
      quantity: { kind: "walls" },
      scope: "walls",
      colourSlot: "walls",
      labour: { kind: "units-per-hour", byCoats: [from("400")] },
      includes: { en: "Roller only.", es: "Solo rodillo." },
      paint: { kind: "spread", unitsPerGallon: from("325") },
      method: "roller",
      prep: { basis: "sqft", perUnit: from("1") },
      multipliers: [],
    },
  ],
  heightBands: [],
  access: [usual],
  occupancy: [{ key: "empty", label: { en: "Empty", es: "Vacío" } }],
  conditions: [usual],
  colourChanges: [usual],
  textures: [usual],
  methods: [
    {
      key: "roller",
      label: { en: "Roller", es: "Rodillo" },
      waste: from("0"),
      labour: from("1"),
    },
  ],
  primers: [],
  prepTasks: [],
  prepLevels: [
    {
      key: "none",
      label: { en: "None", es: "Ninguna" },
      includes: { en: "Nothing.", es: "Nada." },
      how: { kind: "none" },
    },
  ],
  products: [
    {
      key: "paint",
      label: { en: "Paint", es: "Pintura" },
      cans: [
        {
          size: "gallon",
          label: { en: "Gallon", es: "Galón" },
          fluidOunces: from("128"),
          cost: costs(25_00),
        },
      ],
      uplift: from("0"),
      coverage: from("1"),
      spreads: [],
      sheens: ["flat"],
      warrantyYears: 0,
    },
  ],
  paintPooling: "job",
  sundries: [],
  addOns: [],
  profit: { labour: profit, paint: profit, sundries: profit, charges: profit, items: profit },
  minimumCharge: costs(0),
  leadSafe: null,
  listDiscount: null,
  discounts: [],
  salesTax: { states: [], otherwise: { kind: "none", source: "seminar" } },
  payments: {
    deposit: null,
    draws: [],
    final: { label: { en: "On completion", es: "Al terminar" } },
    depositCaps: [],
  },
  financing: [],
  options: [
    {
      key: "only",
      label: { en: "Offer", es: "Oferta" },
      warrantyYears: 1,
      source: "seminar",
      scopes: [{ scope: "walls", product: "paint", sheen: "flat", coats: 1, prep: "none" }],
    },
  ],
  hints: [],
};
