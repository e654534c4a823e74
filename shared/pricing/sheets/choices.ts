import type { Localised } from "../book/numbers.ts";

/** Words for a few values, in the order in which they are offered. */
export type Choices = Readonly<Record<string, Localised>>;

const word = (en: string, es: string): Localised => ({ en, es });

export const areaKinds: Choices = {
  room: word("Inside", "Adentro"),
  side: word("Outside", "Afuera"),
};

export const units: Choices = {
  sqft: word("sq ft", "pies²"),
  lf: word("lin ft", "pies lin."),
  each: word("piece", "pieza"),
};

export const prepUnits: Choices = {
  sqft: word("sq ft", "pies²"),
  lf: word("lin ft", "pies lin."),
};

export const born: Choices = {
  painted: word("Painted", "Pintada"),
  unpainted: word("Not painted", "Sin pintar"),
  absent: word("Not there", "No está"),
};

export const quantities: Choices = {
  walls: word("Walls of a room", "Paredes de un cuarto"),
  "floor-plan": word("Floor plan", "Planta"),
  perimeter: word("Perimeter", "Perímetro"),
  face: word("Side of a house", "Lado de una casa"),
  length: word("Length", "Largo"),
  strip: word("Strip along the length", "Franja a lo largo"),
  doors: word("Doors", "Puertas"),
  windows: word("Windows", "Ventanas"),
  count: word("A count", "Una cuenta"),
  typed: word("Typed in", "A mano"),
};

export const labourKinds: Choices = {
  "units-per-hour": word("Units an hour", "Unidades por hora"),
  "hours-per-unit": word("Hours a unit", "Horas por unidad"),
  piece: word("$ paid a unit", "$ pagados por unidad"),
};

export const paintKinds: Choices = {
  spread: word("Units a gallon", "Unidades por galón"),
  "gallons-per-unit": word("Gallons a unit", "Galones por unidad"),
};

export const multipliers: Choices = {
  height: word("Height", "Altura"),
  access: word("Access", "Acceso"),
  occupancy: word("Furniture", "Muebles"),
  condition: word("Condition", "Estado"),
  "colour-change": word("Color change", "Cambio de color"),
  texture: word("Texture", "Textura"),
};

/** The lists that share the sheet of multipliers. */
export const multiplierLists: Choices = {
  heightBands: word("Height", "Altura"),
  access: word("Access", "Acceso"),
  occupancy: word("Furniture", "Muebles"),
  conditions: word("Condition", "Estado"),
  colourChanges: word("Color change", "Cambio de color"),
  textures: word("Texture", "Textura"),
};

export const chargedPer: Choices = {
  area: word("Each area", "Cada área"),
  job: word("Once a job", "Una vez"),
  "crew-day": word("Each crew day", "Cada día de cuadrilla"),
};

export const curveShapes: Choices = {
  steps: word("Steps", "Escalones"),
  line: word("Line", "Línea"),
};

export const profitShapes: Choices = {
  plain: word("Always the same", "Siempre igual"),
  ...curveShapes,
};

export const rateBases: Choices = {
  surface: word("This surface", "Esta superficie"),
  job: word("All of its kind on the job", "Todas las iguales del trabajo"),
};

export const profitBases: Choices = {
  "job-cost": word("Cost of the job, $", "Costo del trabajo, $"),
  "job-sqft": word("Painted sq ft of the job", "Pies² pintados del trabajo"),
};

export const profitOn: Choices = {
  labour: word("Labor", "Mano de obra"),
  paint: word("Paint", "Pintura"),
  sundries: word("Sundries", "Consumibles"),
  charges: word("Trips and charges", "Viajes y cargos"),
  items: word("Free lines", "Líneas libres"),
  "product-paint": word("A product: its paint", "Un producto: su pintura"),
  "product-surface": word("A product: all of the surface", "Un producto: toda la superficie"),
};

export const profitKinds: Choices = {
  markup: word("Mark-up", "Recargo"),
  margin: word("Margin", "Margen"),
};

export const prepKinds: Choices = {
  none: word("Takes no time", "No lleva tiempo"),
  rate: word("A rate", "Un rendimiento"),
  tasks: word("Tasks", "Tareas"),
  percent: word("Percent of painting", "Porcentaje de pintar"),
};

export const sundriesKinds: Choices = {
  "per-hour": word("The hour", "La hora"),
  "percent-of-paint": word("Percent of the paint", "Porcentaje de la pintura"),
  "per-started": word("Each started so many", "Cada tantos empezados"),
};

export const sundriesOf: Choices = {
  sqft: word("sq ft", "pies²"),
  lf: word("lin ft", "pies lin."),
  each: word("pieces", "piezas"),
  hour: word("hours", "horas"),
  gallon: word("gallons", "galones"),
  area: word("areas", "áreas"),
  "crew-day": word("crew days", "días de cuadrilla"),
};

export const sundriesOnlyIf: Choices = {
  "lead-safe": word("Lead-safe jobs", "Trabajos con plomo"),
};

export const discountKinds: Choices = {
  percent: word("Percent", "Porcentaje"),
  amount: word("Dollars", "Dólares"),
};

export const taxKinds: Choices = {
  none: word("None", "Ninguno"),
  total: word("On the whole price", "Sobre todo el precio"),
  materials: word("On materials", "Sobre materiales"),
};

/** Instead of a state: everywhere else. */
export const ELSEWHERE = word("Everywhere else", "En los demás");

export const paymentKinds: Choices = {
  deposit: word("Deposit", "Anticipo"),
  draw: word("Draw", "Pago parcial"),
  final: word("On completion", "Al terminar"),
};

export const hintKinds: Choices = {
  undecided: word("A surface is missing", "Falta una superficie"),
  companion: word("Its companions are missing", "Faltan sus compañeras"),
  primer: word("A primer is missing", "Falta un imprimador"),
  "high-access": word("High, with usual access", "Alto, con acceso normal"),
};

export const hoursKinds: Choices = {
  exact: word("Exactly", "Exactas"),
  "whole-hours-up": word("Whole hours, up", "Enteras, hacia arriba"),
};

export const poolingKinds: Choices = {
  job: word("For the whole job", "Para todo el trabajo"),
  scope: word("For each scope", "Por partida"),
};

/** Instead of a rate: its steps or points stand in the sheet of curves. */
export const CURVE = word("see Curves", "ver Curvas");

/** What people write where an x is meant, and where none is. */
export const MARKS: ReadonlySet<string> = new Set([
  "x",
  "yes",
  "y",
  "sí",
  "si",
  "s",
  "1",
  "true",
  "✓",
  "✔",
]);
export const NO_MARKS: ReadonlySet<string> = new Set(["", "no", "n", "0", "false", "-", "–"]);

/** Texts that mean the same to a person: case, spaces at the ends and double ones aside. */
export const folded = (text: string): string => text.trim().replaceAll(/\s+/gu, " ").toLowerCase();

const byWord = new WeakMap<Choices, ReadonlyMap<string, string>>();

function wordsOf(choices: Choices): ReadonlyMap<string, string> {
  const known = byWord.get(choices);
  if (known !== undefined) return known;
  const words = new Map(
    Object.entries(choices).flatMap(([value, { en, es }]) => [
      [folded(es), value],
      [folded(en), value],
      [folded(value), value],
    ]),
  );
  byWord.set(choices, words);
  return words;
}

/** The value that a word stands for, in any language; the value itself is one, too. */
export const choiceOf = (choices: Choices, text: string): string | undefined =>
  wordsOf(choices).get(folded(text));

/** Whether the words stand for all states that have no row of their own. */
export const isElsewhere = (text: string): boolean =>
  [folded(ELSEWHERE.en), folded(ELSEWHERE.es)].includes(folded(text));

export const isCurveWord = (text: string): boolean =>
  [folded(CURVE.en), folded(CURVE.es)].includes(folded(text));
