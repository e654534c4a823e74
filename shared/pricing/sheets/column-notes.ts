import type { Localised } from "../book/numbers.ts";
import type { KeyedList } from "../known-keys.ts";
import type { Column } from "./column.ts";
import { tablesIn } from "./tables.ts";

/** Words for the row above the titles. */
const note = (en: string, es: string): Localised => ({ en, es });

const firstCoat = note(
  "One painter, as “Rate is” says. Empty: not offered.",
  "Un pintor, según “El rendimiento es”. Vacío: no se ofrece.",
);
const coats = note("All coats together.", "Todas las manos juntas.");
const multiplies = note("x: it touches the surface.", "x: la afecta.");
const times = (en: string, es: string): Localised =>
  note(`${en} 1.2 is 20 % more. Empty: as usual.`, `${es} 1.2 es 20 % más. Vacío: como siempre.`);

/** What the columns of a sheet mean, where their kind does not say it. */
const columnNotes: Readonly<Record<string, Readonly<Record<string, Localised>>>> = {
  rates: {
    appliesTo: note(
      "Where it is found: inside, outside, or both with a comma.",
      "Dónde se encuentra: adentro, afuera, o ambos con coma.",
    ),
    unit: note("What a quantity of it means.", "Qué significa una cantidad."),
    "labour.kind": note(
      "What the numbers to the right mean.",
      "Qué significan los números a la derecha.",
    ),
    "labour.byCoats.0": firstCoat,
    "labour.byCoats.1": coats,
    "labour.byCoats.2": coats,
    "labour.byCoats.3": coats,
    "paint.kind": note(
      "Which of the two columns to the right holds.",
      "Cuál de las dos columnas a la derecha vale.",
    ),
    "paint.unitsPerGallon.value": note(
      "What a gallon covers once.",
      "Lo que cubre un galón, una mano.",
    ),
    "paint.gallons.value": note("For one coat of one unit.", "Para una mano de una unidad."),
    scope: note("Which choice of an option paints it.", "Con qué elección de una opción se pinta."),
    colourSlot: note("Which color of the area it takes.", "Qué color del área lleva."),
    method: note(
      "Unless the option or the estimate says otherwise.",
      "Si la opción o el presupuesto no dicen otra cosa.",
    ),
    born: note("Whether a new area has it.", "Si un área nueva la tiene."),
    "quantity.kind": note(
      "How its quantity follows from the area.",
      "Cómo sale su cantidad del área.",
    ),
    "quantity.depth.value": note("Of a strip along the length.", "De una franja a lo largo."),
    "quantity.count.value": note("Until somebody counts them.", "Hasta que alguien las cuente."),
    "prep.basis": note("What its prep is counted in.", "En qué se cuenta su preparación."),
    "prep.perUnit.value": note("So much prep is one unit.", "Tanta preparación es una unidad."),
    "multipliers.@height": multiplies,
    "multipliers.@access": multiplies,
    "multipliers.@occupancy": multiplies,
    "multipliers.@condition": multiplies,
    "multipliers.@colour-change": multiplies,
    "multipliers.@texture": multiplies,
  },
  curves: {
    "@surface": note(
      "A key of the sheet Rates, whose rate says “see Curves”.",
      "Una clave de la hoja Rendimientos, cuyo rendimiento dice “ver Curvas”.",
    ),
    "@coats": note("The rate for how many coats.", "El rendimiento de cuántas manos."),
    "@shape": note(
      "Steps hold from a quantity on. Lines go straight from point to point.",
      "Los escalones valen desde una cantidad. Las líneas van rectas de punto a punto.",
    ),
    "@by": note("Whose quantity counts.", "De qué es la cantidad."),
    "@from": note("The first step begins at 0.", "El primer escalón empieza en 0."),
    "@value": note(
      "In what the surface’s “Rate is” says.",
      "En lo que dice “El rendimiento es” de la superficie.",
    ),
    "@floor": note(
      "Lines only: the least there is. The same in each row.",
      "Solo líneas: lo menos que hay. Igual en cada fila.",
    ),
  },
  products: {
    sheens: note(
      "Keys of the sheet Sheens, with commas between.",
      "Claves de la hoja Acabados, con comas.",
    ),
    warrantyYears: note("Whole years. 0: none.", "Años enteros. 0: ninguna."),
    "coverage.value": note(
      "Times what a gallon covers: 1 is as usual.",
      "Por lo que cubre un galón: 1 es como siempre.",
    ),
    "uplift.value": note("On top of what a can costs.", "Encima de lo que cuesta una lata."),
  },
  cans: {
    "@product": note("A key of the sheet Products.", "Una clave de la hoja Productos."),
    "fluidOunces.value": note(
      "What is really in it. A gallon is 128; tint bases are filled short.",
      "Lo que de verdad trae. Un galón son 128; las bases traen menos.",
    ),
    "cost.cents": note(
      "What you pay for one, before tax and delivery.",
      "Lo que pagas por una, sin impuesto ni entrega.",
    ),
  },
  spreads: {
    "@product": note("A key of the sheet Products.", "Una clave de la hoja Productos."),
    texture: note("Empty: on any texture.", "Vacío: en cualquiera."),
    "unitsPerGallon.value": note("Instead of the surface’s own.", "En vez de lo de la superficie."),
  },
  colours: {
    name: note("As on the can.", "Como en la lata."),
    code: note("The maker’s number. May be empty.", "El número del fabricante. Puede ir vacío."),
    hex: note("How it is drawn: #f2ede4.", "Cómo se dibuja: #f2ede4."),
  },
  "prep-levels": {
    "how.kind": note(
      "Which columns to the right hold. Tasks stand in the sheet Tasks of levels.",
      "Qué columnas a la derecha valen. Las tareas van en la hoja Tareas de niveles.",
    ),
    "how.sqftPerHour.value": note(
      "What one painter prepares in an hour.",
      "Lo que un pintor prepara en una hora.",
    ),
    "how.lfPerHour.value": note(
      "What one painter prepares in an hour.",
      "Lo que un pintor prepara en una hora.",
    ),
    "how.labour.value": note(
      "So much prep for the hours of painting.",
      "Tanta preparación por las horas de pintar.",
    ),
    "how.paint.value": note("So much paint more.", "Tanta pintura más."),
  },
  "prep-tasks": {
    "minutesPer100.sqft.value": note(
      "One painter, of what is prepared.",
      "Un pintor, de lo que se prepara.",
    ),
    "minutesPer100.lf.value": note(
      "One painter, of what is prepared.",
      "Un pintor, de lo que se prepara.",
    ),
  },
  "level-tasks": {
    "percent.value": note("How much of a surface gets it.", "Cuánto de una superficie lo lleva."),
  },
  multipliers: {
    "@kind": note(
      "The first row of a kind is the usual one, but for heights.",
      "La primera fila de una clase es la de siempre, salvo en alturas.",
    ),
    appliesTo: note(
      "Heights only: inside, outside, or both with a comma.",
      "Solo alturas: adentro, afuera, o ambos con coma.",
    ),
    "fromFeet.value": note(
      "Heights only: from this height on, until the next begins.",
      "Solo alturas: desde esta altura, hasta que empiece la siguiente.",
    ),
    "labour.value": times("Painting time.", "Tiempo de pintar."),
    "prep.value": times("Prep time.", "Tiempo de preparar."),
    "paint.value": times("Gallons.", "Galones."),
    "charge.per": note("A cost of its own. Empty: none.", "Un costo aparte. Vacío: ninguno."),
    "charge.cost.cents": note("Before profit.", "Sin ganancia."),
  },
  methods: {
    "waste.value": note(
      "What stays in roller, tray and hose, or drifts away.",
      "Lo que queda en rodillo, charola y manguera, o se va con el aire.",
    ),
    "labour.value": note(
      "1 is as the rates say, 0.6 takes 40 % less.",
      "1 es como dicen los rendimientos, 0.6 lleva 40 % menos.",
    ),
  },
  primers: {
    sheen: note("One that the product comes in.", "Uno en que venga el producto."),
    "percent.value": note("Of the surface.", "De la superficie."),
    "labour.value": note(
      "What one coat on that part takes.",
      "Lo que lleva una mano en esa parte.",
    ),
  },
  options: {
    warrantyYears: note(
      "Empty: the shortest of the paints it uses.",
      "Vacío: la más corta de sus pinturas.",
    ),
  },
  "option-scopes": {
    sheen: note("One that the product comes in.", "Uno en que venga el producto."),
    coats: note("1 to 4.", "1 a 4."),
    method: note("Empty: the surface’s own.", "Vacío: el de la superficie."),
    primer: note("Empty: none.", "Vacío: ninguno."),
  },
  "add-ons": {
    unit: note("What one of it is.", "Qué es uno."),
    "pay.value": note("To whoever does it.", "A quien lo hace."),
    "factor.value": note("0.45 makes $100 of $45.", "0.45 hace $100 de $45."),
  },
  sundries: {
    "cost.cents": note("What you pay.", "Lo que pagas."),
    of: note("Of the whole job.", "De todo el trabajo."),
    kind: note("Which columns to the right hold.", "Qué columnas a la derecha valen."),
    onlyIf: note("Empty: on every job.", "Vacío: en todo trabajo."),
    "perHour.cents": note("Of painting and prep.", "De pintar y preparar."),
    "percent.value": note("Of what the paint costs.", "De lo que cuesta la pintura."),
    "units.value": note("180 lin ft: one roll of tape.", "180 pies lin.: un rollo de cinta."),
    minimum: note("As soon as anything is painted.", "En cuanto se pinte algo."),
  },
  profits: {
    "@on": note("What the profit is made on.", "Sobre qué es la ganancia."),
    "@product": note("Products with a profit of their own.", "Productos con ganancia propia."),
    "@kind": note(
      "Mark-up: on the cost. Margin: of the price.",
      "Recargo: sobre el costo. Margen: del precio.",
    ),
    "@shape": note(
      "Steps and lines have a row for each step or point.",
      "Escalones y líneas llevan una fila por escalón o punto.",
    ),
    "@by": note("What the job’s size is.", "Qué es el tamaño del trabajo."),
    "@from": note("The first step begins at 0.", "El primer escalón empieza en 0."),
    "@value": note(
      "May fall with the size of the job, never rise.",
      "Puede bajar con el tamaño del trabajo, nunca subir.",
    ),
    "@floor": note(
      "Lines only: the least there is. The same in each row.",
      "Solo líneas: lo menos que hay. Igual en cada fila.",
    ),
  },
  discounts: {
    "off.percent.value": note("Of the list price.", "Del precio de lista."),
    "off.amount.cents": note("Of the list price.", "Del precio de lista."),
    "off.kind": note(
      "Which of the columns to the right holds.",
      "Cuál de las columnas a la derecha vale.",
    ),
    until: note("2026-12-31. Empty: no end.", "2026-12-31. Vacío: sin fin."),
  },
  taxes: {
    "percent.value": note("After discounts.", "Después de descuentos."),
    "@state": note(
      "Two letters: OR. One row says everywhere else.",
      "Dos letras: OR. Una fila dice en los demás.",
    ),
    kind: note("What the customer pays it on.", "Sobre qué lo paga el cliente."),
  },
  payments: {
    "@kind": note(
      "No row: no deposit. The last one always stands.",
      "Sin fila: sin anticipo. La última siempre está.",
    ),
    "percent.value": note("On completion is what is left.", "Al terminar va lo que queda."),
  },
  "deposit-caps": {
    state: note("Two letters: CA.", "Dos letras: CA."),
    "percent.value": note("Of two limits the lesser holds.", "De dos límites vale el menor."),
    "amount.cents": note("Empty: no such limit.", "Vacío: sin ese límite."),
  },
  financing: {
    "apr.value": note("Paid monthly.", "Se paga por mes."),
    months: note("1 to 360.", "1 a 360."),
    "minimum.cents": note("Offered from this total on.", "Se ofrece desde este total."),
  },
  scopes: {
    "minimum.cents": note(
      "What it comes to at the least, if there is any. Empty: nothing.",
      "Lo menos que suma, si hay algo. Vacío: nada.",
    ),
  },
  hints: {
    areaKind: note("Kind of area.", "Clase de área."),
    kind: note("Which columns to the right hold.", "Qué columnas a la derecha valen."),
    companions: note(
      "Keys of the sheet Rates, with commas between.",
      "Claves de la hoja Rendimientos, con comas.",
    ),
    "overFeet.value": note("An area higher than this.", "Un área más alta que esto."),
  },
  sources: {
    "@text": note("Who published it, and what it says.", "Quién lo publicó y qué dice."),
  },
};

const byKind: Readonly<Record<string, Localised>> = {
  key: note(
    "Leave it as it is. In a new row leave it empty.",
    "Déjala como está. En una fila nueva déjala vacía.",
  ),
  source: note("A key of the sheet Sources.", "Una clave de la hoja Fuentes."),
};

const includes = note("And what it does not.", "Y qué no.");

/** Which sheet a key is looked up in. */
function refNote(list: KeyedList): Localised | undefined {
  const name = tablesIn("en").find(({ holds }) => holds.includes(list))?.name;
  if (name === undefined) return undefined;
  return note(
    `A key or a name of the sheet ${name.en}.`,
    `Una clave o un nombre de la hoja ${name.es}.`,
  );
}

/** What a column means, for the row above its title. */
export function noteOf(table: string, { at, cell }: Column): Localised | undefined {
  if (at.startsWith("includes.")) return includes;
  const own = columnNotes[table]?.[at] ?? byKind[cell.kind];
  return own ?? (cell.kind === "ref" || cell.kind === "refs" ? refNote(cell.list) : undefined);
}
