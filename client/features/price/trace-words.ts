import type { Localised } from "../../../shared/pricing/book/numbers.ts";
import type { BaseUnit } from "../../../shared/pricing/trace.ts";

type UnitWords = { readonly one: Localised; readonly many: Localised };

const same = (en: string, es: string): UnitWords => ({ one: { en, es }, many: { en, es } });

/** Words behind a number and after "per"; money and percent have their own signs. */
export const unitNames: Readonly<
  Record<Exclude<BaseUnit, "cents" | "percent" | "factor">, UnitWords>
> = {
  hour: { one: { en: "hour", es: "hora" }, many: { en: "h", es: "h" } },
  gallon: { one: { en: "gallon", es: "galón" }, many: { en: "gal", es: "gal" } },
  can: { one: { en: "can", es: "lata" }, many: { en: "cans", es: "latas" } },
  ounce: { one: { en: "ounce", es: "onza" }, many: { en: "fl oz", es: "fl oz" } },
  coat: { one: { en: "coat", es: "mano" }, many: { en: "coats", es: "manos" } },
  day: { one: { en: "day", es: "día" }, many: { en: "days", es: "días" } },
  minute: { one: { en: "minute", es: "minuto" }, many: { en: "min", es: "min" } },
  month: { one: { en: "month", es: "mes" }, many: { en: "months", es: "meses" } },
  area: { one: { en: "area", es: "área" }, many: { en: "areas", es: "áreas" } },
  painter: { one: { en: "painter", es: "pintor" }, many: { en: "painters", es: "pintores" } },
  ft: same("ft", "pies"),
  sqft: same("sq ft", "pies²"),
  lf: same("ft", "pies"),
  each: { one: { en: "piece", es: "pieza" }, many: { en: "pieces", es: "piezas" } },
};

/** The sentences around figures. */
export const traceSentences = {
  per: {
    en: (of: string, per: string) => `${of} per ${per}`,
    es: (of: string, per: string) => `${of} por ${per}`,
  },
  sumOf: {
    en: (count: number) => `Sum of the ${count} figures below`,
    es: (count: number) => `Suma de las ${count} cifras de abajo`,
  },
  roundedUp: {
    en: (from: string) => `${from}, rounded up`,
    es: (from: string) => `${from}, redondeado hacia arriba`,
  },
  roundedCents: {
    en: (from: string) => `${from}, rounded to cents`,
    es: (from: string) => `${from}, redondeado a centavos`,
  },
  roundedDown: {
    en: (from: string) => `${from}, rounded down to cents`,
    es: (from: string) => `${from}, redondeado hacia abajo a centavos`,
  },
  largerOf: {
    en: (figures: string) => `The largest of ${figures}`,
    es: (figures: string) => `El mayor de ${figures}`,
  },
  smallerOf: {
    en: (figures: string) => `The smallest of ${figures}`,
    es: (figures: string) => `El menor de ${figures}`,
  },
  step: {
    en: (x: string, from: string, value: string) => `For ${x}: from ${from} on it is ${value}`,
    es: (x: string, from: string, value: string) => `Para ${x}: desde ${from} es ${value}`,
  },
  line: {
    en: (x: string, one: string, other: string, value: string) =>
      `For ${x}, on the line from ${one} to ${other}: ${value}`,
    es: (x: string, one: string, other: string, value: string) =>
      `Para ${x}, en la línea de ${one} a ${other}: ${value}`,
  },
  point: {
    en: (at: string, value: string) => `${value} at ${at}`,
    es: (at: string, value: string) => `${value} con ${at}`,
  },
  annuity: {
    en: (amount: string, apr: string, months: string, value: string) =>
      `${amount} at ${apr} a year, paid off in ${months}: ${value} a month`,
    es: (amount: string, apr: string, months: string, value: string) =>
      `${amount} al ${apr} por año, pagado en ${months}: ${value} al mes`,
  },
  apportioned: {
    en: (from: string) => `${from}, rounded so that the lines add up to the total`,
    es: (from: string) => `${from}, redondeado para que las partidas sumen el total`,
  },
  percentOf: {
    en: (share: string, whole: string) => `${share} of ${whole}`,
    es: (share: string, whole: string) => `${share} de ${whole}`,
  },
  cheapest: {
    en: (gallons: string) => `Part of the cheapest cans that hold ${gallons}`,
    es: (gallons: string) => `Parte de las latas más baratas que contienen ${gallons}`,
  },
  typed: {
    en: (where: string, text: string) => `Typed for ${where}: ${text}`,
    es: (where: string, text: string) => `Escrito para ${where}: ${text}`,
  },
  measured: { en: (where: string) => `From ${where}`, es: (where: string) => `De ${where}` },
  entry: {
    en: (label: string) => `Price book: ${label}`,
    es: (label: string) => `Lista de precios: ${label}`,
  },
} as const;
