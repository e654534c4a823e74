import type { Localised } from "../../../shared/pricing/price-book.ts";
import type { BaseUnit, TraceKey } from "../../../shared/pricing/trace.ts";

/**
 * What the figures of a trace are called. They are read only here, behind a tap, so they stay out of the
 * dictionaries that every screen loads.
 */
export const figureNames: Readonly<Record<TraceKey, Localised>> = {
  total: { en: "Total", es: "Total" },
  "line-price": { en: "Price of the line", es: "Precio de la partida" },
  "line-price-exact": { en: "Price before rounding", es: "Precio antes de redondear" },
  "item-price": { en: "Price of the extra", es: "Precio del extra" },
  "item-cost": { en: "Cost of the extra", es: "Costo del extra" },
  "unit-cost": { en: "Cost of one", es: "Costo de uno" },
  "set-up-price": { en: "Set-up and clean-up", es: "Montaje y limpieza" },
  "minimum-adjustment": { en: "Up to the minimum charge", es: "Hasta el cargo mínimo" },
  "minimum-charge": { en: "Minimum charge", es: "Cargo mínimo" },
  "charges-before-minimum": { en: "All lines together", es: "Todas las partidas" },
  profit: { en: "Profit", es: "Ganancia" },
  "labour-charge": { en: "Labor", es: "Mano de obra" },
  "piece-charge": { en: "Labor by the piece", es: "Mano de obra por pieza" },
  "piece-cost": { en: "Paid for the pieces", es: "Pagado por las piezas" },
  "piece-rate": { en: "Paid for one piece", es: "Pagado por una pieza" },
  "hour-charge": { en: "Charge for an hour", es: "Cargo por hora" },
  "hour-charge-labour": { en: "Painter, an hour", es: "Pintor, una hora" },
  "hour-charge-sundries": { en: "Sundries, an hour", es: "Materiales menores, una hora" },
  "loaded-rate": { en: "Wage with taxes and overhead", es: "Sueldo con impuestos y gastos" },
  wage: { en: "Wage", es: "Sueldo" },
  load: { en: "Taxes and overhead, times the wage", es: "Impuestos y gastos, por el sueldo" },
  "hours-job": { en: "Hours for the job", es: "Horas del trabajo" },
  "hours-job-charged": { en: "Hours charged", es: "Horas cobradas" },
  "hours-painting": { en: "Painting and prep", es: "Pintar y preparar" },
  "hours-by-hour": { en: "Work paid by the hour", es: "Trabajo pagado por hora" },
  "hours-line": { en: "Hours for this line", es: "Horas de esta partida" },
  "hours-line-charged": { en: "Hours charged for this line", es: "Horas cobradas de esta partida" },
  "hours-implied": { en: "Hours this pays for", es: "Horas que esto paga" },
  "hours-coats": { en: "Painting", es: "Pintar" },
  "hours-coats-adjusted": { en: "Painting here", es: "Pintar aquí" },
  "hours-prep": { en: "Prep", es: "Preparación" },
  "hours-prep-adjusted": { en: "Prep here", es: "Preparación aquí" },
  "hours-set-up": { en: "Set-up and clean-up", es: "Montaje y limpieza" },
  "set-up-rate": { en: "Set-up for a day of the crew", es: "Montaje por día de cuadrilla" },
  "crew-days": { en: "Crew days", es: "Días de cuadrilla" },
  "crew-hours-per-day": { en: "Hours of the crew in a day", es: "Horas de la cuadrilla en un día" },
  "crew-size": { en: "Painters in the crew", es: "Pintores en la cuadrilla" },
  "hours-per-day": { en: "Hours in a day", es: "Horas en un día" },
  "production-rate": { en: "Production rate", es: "Rendimiento" },
  "prep-rate": { en: "Prep rate", es: "Rendimiento de preparación" },
  "prep-quantity": { en: "Surface to prepare", es: "Superficie a preparar" },
  "prep-equivalent": { en: "Counts in prep as", es: "En preparación cuenta como" },
  multiplier: { en: "Times", es: "Por" },
  quantity: { en: "Quantity", es: "Cantidad" },
  "gross-area": { en: "Without openings taken off", es: "Sin descontar huecos" },
  openings: { en: "Doors and windows", es: "Puertas y ventanas" },
  "openings-doors": { en: "Doors", es: "Puertas" },
  "openings-windows": { en: "Windows", es: "Ventanas" },
  "opening-size": { en: "Size of one", es: "Tamaño de una" },
  doors: { en: "Number of doors", es: "Número de puertas" },
  windows: { en: "Number of windows", es: "Número de ventanas" },
  length: { en: "Length", es: "Largo" },
  width: { en: "Width", es: "Ancho" },
  height: { en: "Height", es: "Alto" },
  perimeter: { en: "All around", es: "Alrededor" },
  depth: { en: "Depth", es: "Fondo" },
  coats: { en: "Coats", es: "Manos" },
  "paint-charge": { en: "Paint", es: "Pintura" },
  "pool-charge": { en: "This paint for the whole job", es: "Esta pintura para todo el trabajo" },
  "pool-charge-paint": { en: "Cans with profit", es: "Latas con ganancia" },
  "pool-charge-sundries": { en: "Sundries with profit", es: "Materiales menores con ganancia" },
  "pool-sundries": { en: "Sundries", es: "Materiales menores" },
  "gallons-pool": { en: "Needed for the whole job", es: "Necesario para todo el trabajo" },
  "gallons-line": { en: "Needed for this line", es: "Necesario para esta partida" },
  "gallons-line-adjusted": { en: "Needed here", es: "Necesario aquí" },
  "gallons-coats": { en: "For all coats", es: "Para todas las manos" },
  "gallons-bought": { en: "In the cans", es: "En las latas" },
  "coat-quantity": { en: "Surface times coats", es: "Superficie por manos" },
  "spread-rate": { en: "A gallon covers", es: "Un galón cubre" },
  "spread-rate-product": {
    en: "A gallon of this paint covers",
    es: "Un galón de esta pintura cubre",
  },
  "gallons-per-unit": { en: "Paint for one", es: "Pintura para una" },
  coverage: { en: "This paint covers, times the usual", es: "Esta pintura cubre, por lo normal" },
  waste: { en: "Stays in roller and tray", es: "Se queda en rodillo y bandeja" },
  "sundries-rate": { en: "Rate for sundries", es: "Tasa de materiales menores" },
  "cans-cost": { en: "Cost of the cans", es: "Costo de las latas" },
  "cans-price": { en: "Cans", es: "Latas" },
  "can-count": { en: "Number of cans", es: "Número de latas" },
  "can-price": { en: "Price of one can", es: "Precio de una lata" },
  "can-volume": { en: "In one can", es: "En una lata" },
  "can-fill": { en: "Really in one can", es: "De verdad en una lata" },
  "cans-volume": { en: "In cans", es: "En latas" },
  "ounces-per-gallon": { en: "Ounces in a gallon", es: "Onzas en un galón" },
};

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
