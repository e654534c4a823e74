import type { PriceBook } from "../price-book.ts";
import { costs, from } from "./sources.ts";

export const profit: PriceBook["profit"] = {
  labour: { kind: "margin", percent: from("painttalk", "35") },
  paint: { kind: "margin", percent: from("starting", "30") },
  sundries: { kind: "markup", percent: from("yarur", "20") },
  charges: { kind: "markup", percent: from("yarur", "20") },
  items: { kind: "markup", percent: from("yarur", "20") },
};

export const leadSafe: PriceBook["leadSafe"] = {
  beforeYear: 1978,
  factor: from("jlc", "1.10"),
  minimum: costs("epa", 167_00),
};

export const discounts: PriceBook["discounts"] = [
  {
    key: "neighbor",
    label: { en: "Neighbor referral", es: "Recomendado por un vecino" },
    off: { kind: "percent", percent: from("starting", "5") },
    until: null,
  },
  {
    key: "off-season",
    label: { en: "Off-season booking", es: "Reserva fuera de temporada" },
    off: { kind: "amount", amount: costs("starting", 150_00) },
    until: "2027-12-31",
  },
];

/** Only where a rule was found; a state's rate alone, because local rates differ from street to street. */
export const salesTax: PriceBook["salesTax"] = {
  states: [
    { state: "NY", rule: { kind: "total", percent: from("ny-527", "4") } },
    { state: "WA", rule: { kind: "total", percent: from("wa-170", "6.5") } },
  ],
  otherwise: { kind: "none", source: "tax-at-purchase" },
};

/** Just under a third, so that a cent never goes over it. */
const THIRD = from("third-of-price", "33.333333");
const third = (state: string) => ({ state, percent: THIRD, source: "third-of-price" });

export const payments: PriceBook["payments"] = {
  deposit: {
    label: { en: "Deposit at signing", es: "Anticipo al firmar" },
    percent: from("starting", "30"),
  },
  draws: [
    {
      key: "half-done",
      label: { en: "When half is done", es: "A la mitad del trabajo" },
      percent: from("starting", "40"),
    },
  ],
  final: { label: { en: "On completion", es: "Al terminar" } },
  depositCaps: [
    {
      state: "CA",
      percent: from("ca-7159", "10"),
      amount: costs("ca-7159", 1_000_00),
      source: "ca-7159",
    },
    third("MA"),
    third("MD"),
    third("ME"),
    third("PA"),
  ],
};

export const financing: PriceBook["financing"] = [
  {
    key: "months-12",
    label: { en: "12 months", es: "12 meses" },
    apr: from("starting", "9.99"),
    months: 12,
    minimum: costs("starting", 1_000_00),
  },
  {
    key: "months-60",
    label: { en: "60 months", es: "60 meses" },
    apr: from("starting", "13.99"),
    months: 60,
    minimum: costs("starting", 3_000_00),
  },
];
