import type { ScopeChoice } from "../book/paint.ts";
import type { PriceBook } from "../price-book.ts";
import { costs, from, label, margin, markup, source } from "./cost-plus/numbers.ts";
import { products } from "./cost-plus/products.ts";
import { substrates } from "./cost-plus/substrates.ts";

const choice = (scope: string, key: string, coats: number, prep: string): ScopeChoice => ({
  scope,
  product: key,
  sheen: "flat",
  coats,
  prep,
});

/**
 * A contractor who works altogether differently from the example: crews are paid by the piece, walls by the
 * size of the job, siding along a line; paint is bought for each colour in gallons and fives; each of eight
 * paint lines has a margin of its own on all that is painted with it; height and access are amounts, not
 * factors; the list price is the net price / 0.8, and a discount takes it back. Data only: cost-plus.test.ts works its
 * prices out by hand.
 */
export const costPlusPriceBook: PriceBook = {
  format: 2,
  id: "cost-plus",
  version: 7,
  name: label("By the piece", "A destajo"),
  isExample: false,
  currency: "USD",
  sources: { own: "The firm's own price list" },
  labour: {
    wage: costs(20_00),
    load: from("1.5"),
    hours: "whole-hours-up",
    crewSize: from("3"),
    hoursPerDay: from("8"),
    setUpHoursPerCrewDay: from("1"),
    tripPerCrewDay: costs(45_00),
  },
  openings: { door: from("20"), window: from("12") },
  colourSlots: [
    { key: "walls", label: label("Walls", "Paredes") },
    { key: "ceiling", label: label("Ceiling", "Techo") },
    { key: "trim", label: label("Trim", "Molduras") },
    { key: "body", label: label("Body", "Fachada") },
    { key: "deck", label: label("Deck", "Terraza") },
  ],
  sheens: [{ key: "flat", label: label("Flat", "Mate") }],
  scopes: [
    { key: "walls", label: label("Walls", "Paredes") },
    { key: "ceilings", label: label("Ceilings", "Techos"), minimum: costs(150_00) },
    { key: "trim", label: label("Trim", "Molduras") },
    { key: "siding", label: label("Siding", "Fachada") },
    { key: "exterior-trim", label: label("Exterior trim", "Molduras exteriores") },
    { key: "decks", label: label("Decks", "Terrazas") },
  ],
  colours: [],
  substrates: [...substrates],
  heightBands: [
    {
      key: "room",
      label: label("Room", "Cuarto"),
      appliesTo: ["room"],
      fromFeet: from("0"),
    },
    {
      key: "side",
      label: label("One storey", "Un piso"),
      appliesTo: ["side"],
      fromFeet: from("0"),
    },
    {
      key: "side-high",
      label: label("18 ft and over", "18 pies o más"),
      appliesTo: ["side"],
      fromFeet: from("18"),
      charge: { per: "area", cost: costs(180_00) },
    },
  ],
  access: [
    { key: "normal", label: label("Normal", "Normal") },
    {
      key: "hillside",
      label: label("Hillside", "Ladera"),
      charge: { per: "job", cost: costs(120_00) },
    },
  ],
  occupancy: [
    { key: "empty", label: label("Empty", "Vacío") },
    {
      key: "furnished",
      label: label("Furnished", "Amueblado"),
      charge: { per: "crew-day", cost: costs(20_00) },
    },
  ],
  conditions: [{ key: "any", label: label("Any", "Cualquiera") }],
  colourChanges: [{ key: "any", label: label("Any", "Cualquiera") }],
  textures: [{ key: "any", label: label("Any", "Cualquiera") }],
  methods: [
    {
      key: "roll",
      label: label("Roller", "Rodillo"),
      waste: from("10"),
      labour: from("1"),
    },
  ],
  primers: [
    {
      key: "spot",
      label: label("Spot primer", "Imprimador por partes"),
      product: "wood-primer",
      sheen: "flat",
      percent: from("20"),
      labour: from("100"),
    },
  ],
  prepTasks: [],
  prepLevels: [
    {
      key: "none",
      label: label("None", "Ninguna"),
      includes: label("In the piece rate.", "En el destajo."),
      how: { kind: "none" },
    },
    {
      key: "sand",
      label: label("Sand", "Lijar"),
      includes: label("By the hour.", "Por hora."),
      how: { kind: "rate", sqftPerHour: from("500"), lfPerHour: from("500") },
    },
    {
      key: "allowance",
      label: label("Allowance", "Previsión"),
      includes: label("5 % of the time, 3 % of the paint.", "5 % del tiempo, 3 % de la pintura."),
      how: { kind: "percent", labour: from("5"), paint: from("3") },
    },
  ],
  products: [...products],
  paintPooling: "job",
  sundries: [
    {
      kind: "percent-of-paint",
      key: "brushes",
      label: label("Brushes and rollers", "Brochas y rodillos"),
      percent: from("10"),
    },
    {
      kind: "per-started",
      key: "masking",
      label: label("Masking", "Enmascarado"),
      units: from("500"),
      of: "sqft",
      cost: costs(15_00),
      minimum: 1,
    },
    {
      kind: "per-started",
      key: "containment",
      label: label("Containment", "Contención"),
      onlyIf: "lead-safe",
      units: from("1"),
      of: "area",
      cost: costs(40_00),
      minimum: 1,
    },
  ],
  addOns: [
    {
      key: "patch",
      label: label("Drywall patch", "Parche"),
      unit: "each",
      pay: from("27"),
      factor: from("0.45"),
    },
  ],
  profit: {
    labour: markup("50"),
    paint: margin("30"),
    sundries: markup("20"),
    charges: margin("20"),
    items: margin("25"),
  },
  minimumCharge: costs(600_00),
  leadSafe: { beforeYear: 1978, factor: from("1.08"), minimum: costs(350_00) },
  listDiscount: from("20"),
  discounts: [
    {
      key: "cash",
      label: label("Cash", "Al contado"),
      off: { kind: "percent", percent: from("20") },
      until: "2028-12-31",
    },
    {
      key: "neighbour",
      label: label("Neighbor", "Vecino"),
      off: { kind: "amount", amount: costs(100_00) },
      until: null,
    },
    {
      key: "opening",
      label: label("Opening", "Inauguración"),
      off: { kind: "percent", percent: from("15") },
      until: "2026-06-30",
    },
  ],
  salesTax: {
    states: [{ state: "TX", rule: { kind: "materials", percent: from("8.25") } }],
    otherwise: { kind: "none", source },
  },
  payments: {
    deposit: { label: label("At signing", "Al firmar"), percent: from("25") },
    draws: [{ key: "half", label: label("Half done", "A la mitad"), percent: from("35") }],
    final: { label: label("On completion", "Al terminar") },
    depositCaps: [{ state: "CA", percent: from("10"), amount: costs(1_000_00), source }],
  },
  financing: [
    {
      key: "half-year",
      label: label("Half a year", "Medio año"),
      apr: from("0"),
      months: 6,
      minimum: costs(1_000_00),
    },
    {
      key: "two-years",
      label: label("Two years", "Dos años"),
      apr: from("12"),
      months: 24,
      minimum: costs(2_000_00),
    },
  ],
  options: [
    {
      key: "budget",
      label: label("Budget", "Económica"),
      warrantyYears: null,
      source,
      scopes: [
        choice("walls", "wall-basic", 1, "none"),
        choice("ceilings", "ceiling-white", 1, "none"),
        choice("trim", "trim-enamel", 1, "none"),
        choice("siding", "siding-basic", 1, "none"),
        choice("exterior-trim", "siding-basic", 1, "none"),
        choice("decks", "deck-stain", 1, "none"),
      ],
    },
    {
      key: "house",
      label: label("House", "Casa"),
      warrantyYears: 4,
      source,
      scopes: [
        choice("walls", "wall-plus", 2, "sand"),
        choice("ceilings", "ceiling-white", 1, "none"),
        choice("trim", "trim-enamel", 2, "none"),
        { ...choice("siding", "siding-plus", 2, "allowance"), primer: "spot" },
        choice("exterior-trim", "siding-basic", 2, "none"),
        choice("decks", "deck-stain", 2, "none"),
      ],
    },
  ],
  hints: [],
};
