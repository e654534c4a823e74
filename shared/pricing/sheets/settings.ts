import type { Localised } from "../book/numbers.ts";
import { hoursKinds, poolingKinds } from "./choices.ts";
import type { CellKind } from "./column.ts";

/** A single number or choice of the book: a row in the sheet of settings. */
export interface Setting {
  /** What the row is found by. */
  readonly key: string;
  /** Where it stands in the book; a number has its source beside it. */
  readonly at: string;
  readonly name: Localised;
  readonly unit: Localised;
  readonly cell: CellKind;
  /** An empty cell says that there is none. */
  readonly isOptional?: boolean;
}

const none: Localised = { en: "", es: "" };
const hours: Localised = { en: "hours", es: "horas" };
const sqft: Localised = { en: "sq ft", es: "pies²" };
const times: Localised = { en: "times", es: "veces" };
const dollars: Localised = { en: "dollars", es: "dólares" };

export const settings: readonly Setting[] = [
  {
    key: "wage",
    at: "labour.wage.cents",
    name: { en: "Wage, paid an hour", es: "Sueldo, se paga por hora" },
    unit: { en: "dollars an hour", es: "dólares por hora" },
    cell: { kind: "dollars" },
  },
  {
    key: "load",
    at: "labour.load.value",
    name: {
      en: "Wage times this: taxes, insurance, overhead",
      es: "Sueldo por esto: impuestos, seguro, gastos",
    },
    unit: times,
    cell: { kind: "decimal" },
  },
  {
    key: "hours",
    at: "labour.hours",
    name: { en: "Hours are charged", es: "Las horas se cobran" },
    unit: none,
    cell: { kind: "choice", choices: hoursKinds },
  },
  {
    key: "crew-size",
    at: "labour.crewSize.value",
    name: { en: "Painters in a crew", es: "Pintores por cuadrilla" },
    unit: { en: "painters", es: "pintores" },
    cell: { kind: "decimal" },
  },
  {
    key: "hours-per-day",
    at: "labour.hoursPerDay.value",
    name: { en: "Hours a day", es: "Horas al día" },
    unit: hours,
    cell: { kind: "decimal" },
  },
  {
    key: "set-up",
    at: "labour.setUpHoursPerCrewDay.value",
    name: {
      en: "Set-up and clean-up, each crew day",
      es: "Montar y limpiar, por día de cuadrilla",
    },
    unit: hours,
    cell: { kind: "decimal" },
  },
  {
    key: "trip",
    at: "labour.tripPerCrewDay.cents",
    name: { en: "Getting there, each crew day", es: "Llegar, por día de cuadrilla" },
    unit: dollars,
    cell: { kind: "dollars" },
  },
  {
    key: "door",
    at: "openings.door.value",
    name: { en: "A door, taken off the walls", es: "Una puerta, se descuenta de la pared" },
    unit: sqft,
    cell: { kind: "decimal" },
  },
  {
    key: "window",
    at: "openings.window.value",
    name: { en: "A window, taken off the walls", es: "Una ventana, se descuenta de la pared" },
    unit: sqft,
    cell: { kind: "decimal" },
  },
  {
    key: "pooling",
    at: "paintPooling",
    name: { en: "Cans are bought", es: "Las latas se compran" },
    unit: none,
    cell: { kind: "choice", choices: poolingKinds },
  },
  {
    key: "minimum",
    at: "minimumCharge.cents",
    name: { en: "Minimum charge of a job", es: "Cargo mínimo de un trabajo" },
    unit: dollars,
    cell: { kind: "dollars" },
  },
  {
    key: "list",
    at: "listDiscount.value",
    name: {
      en: "Room for discounts in the list price",
      es: "Espacio para descuentos en el precio de lista",
    },
    unit: { en: "percent of the list price", es: "porcentaje del precio de lista" },
    cell: { kind: "percent" },
    isOptional: true,
  },
  {
    key: "lead-year",
    at: "leadSafe.beforeYear",
    name: { en: "Lead-safe: houses built before", es: "Plomo: casas de antes de" },
    unit: { en: "year", es: "año" },
    cell: { kind: "whole" },
    isOptional: true,
  },
  {
    key: "lead-factor",
    at: "leadSafe.factor.value",
    name: { en: "Lead-safe: labor times", es: "Plomo: mano de obra por" },
    unit: times,
    cell: { kind: "decimal" },
    isOptional: true,
  },
  {
    key: "lead-minimum",
    at: "leadSafe.minimum.cents",
    name: { en: "Lead-safe: surcharge at least", es: "Plomo: recargo de al menos" },
    unit: dollars,
    cell: { kind: "dollars" },
    isOptional: true,
  },
];

/** The path of the source of the number at a path; none for a choice. */
export function sourceAt(at: string): string | null {
  const number = /^(.+)\.(?:value|cents)$/.exec(at)?.[1];
  return number === undefined ? null : `${number}.source`;
}

/** The sheet of settings: its name, and the titles of its columns. */
export const settingsSheet = {
  id: "settings",
  name: { en: "Settings", es: "Ajustes" },
  titles: {
    key: { en: "Key", es: "Clave" },
    name: { en: "Setting", es: "Ajuste" },
    value: { en: "Value", es: "Valor" },
    unit: { en: "In", es: "En" },
    source: { en: "Source", es: "Fuente" },
  },
} as const;

/** The first sheet: which book this is, and what stands in the others. */
export const startSheet = {
  id: "start",
  name: { en: "Start here", es: "Empieza aquí" },
  titles: {
    key: { en: "Key", es: "Clave" },
    name: { en: "Sheet", es: "Hoja" },
    text: { en: "What stands in it", es: "Qué contiene" },
  },
} as const;
