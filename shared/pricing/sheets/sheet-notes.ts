import type { Localised } from "../book/numbers.ts";

const note = (en: string, es: string): Localised => ({ en, es });

/** What a sheet is about, in one sentence. */
export const sheetNotes: Readonly<Record<string, Localised>> = {
  settings: note(
    "Wage, crew, hours, openings, minimum charge, lead paint.",
    "Sueldo, cuadrilla, horas, puertas y ventanas, cargo mínimo, plomo.",
  ),
  rates: note(
    "How fast each surface is painted, what that includes and how far a gallon goes. One row a surface.",
    "Qué tan rápido se pinta cada superficie, qué incluye y cuánto rinde un galón. Una fila por superficie.",
  ),
  curves: note(
    "Rates that change with quantity: one row for each step or point.",
    "Rendimientos que cambian con la cantidad: una fila por escalón o punto.",
  ),
  products: note(
    "Paints, the sheens they come in, coverage and warranty.",
    "Pinturas, sus acabados, lo que rinden y su garantía.",
  ),
  cans: note(
    "Can sizes of each product and their prices.",
    "Latas de cada producto y sus precios.",
  ),
  spreads: note(
    "Where a product goes further, or less far, than others on a surface.",
    "Dónde un producto rinde más o menos que los otros en una superficie.",
  ),
  colours: note("Colors to choose from.", "Colores para escoger."),
  "prep-levels": note(
    "How much prep there is, and how its hours are counted.",
    "Cuánta preparación hay y cómo se cuentan sus horas.",
  ),
  "prep-tasks": note(
    "Single tasks of prep, in minutes.",
    "Tareas sueltas de preparación, en minutos.",
  ),
  "level-tasks": note(
    "Which tasks a prep level is made of, where it is counted by tasks.",
    "De qué tareas consta un nivel, donde se cuenta por tareas.",
  ),
  multipliers: note(
    "Height, access, furniture, condition, color change and texture: what they multiply and what they cost.",
    "Altura, acceso, muebles, estado, cambio de color y textura: qué multiplican y qué cuestan.",
  ),
  methods: note("Brush, roller, sprayer.", "Brocha, rodillo, pistola."),
  primers: note(
    "Coats of primer, all over or in part.",
    "Manos de imprimador, enteras o en parte.",
  ),
  options: note("Good, better, best.", "Bueno, mejor, óptimo."),
  "option-scopes": note(
    "What each option paints a scope with: one row for each option and scope.",
    "Con qué pinta cada opción una partida: una fila por opción y partida.",
  ),
  "add-ons": note("Extra work at a fixed pay.", "Trabajo extra con pago fijo."),
  sundries: note("Tape, plastic, rollers.", "Cinta, plástico, rodillos."),
  profits: note(
    "Margins and mark-ups, also those that fall with the size of the job.",
    "Márgenes y recargos, también los que bajan con el tamaño del trabajo.",
  ),
  discounts: note("Off the list price.", "Menos del precio de lista."),
  taxes: note("Sales tax by state.", "Impuesto de venta por estado."),
  payments: note(
    "Deposit, draws and what is due at the end.",
    "Anticipo, pagos parciales y lo que se paga al final.",
  ),
  "deposit-caps": note(
    "The most that a state allows as a deposit.",
    "Lo más que un estado permite de anticipo.",
  ),
  financing: note("Plans with monthly payments.", "Planes con pagos mensuales."),
  scopes: note(
    "Parts of a job that an option chooses paint for.",
    "Partes del trabajo para las que una opción escoge pintura.",
  ),
  "colour-slots": note("What a color can be for.", "Para qué puede ser un color."),
  sheens: note("Flat, eggshell, satin.", "Mate, cáscara de huevo, satinado."),
  hints: note(
    "What the app asks before an estimate goes out. It never stops one.",
    "Lo que la app pregunta antes de entregar un presupuesto. Nunca lo detiene.",
  ),
  sources: note(
    "Where numbers come from. Other sheets name them by key.",
    "De dónde vienen los números. Las otras hojas los nombran por clave.",
  ),
};

/** What to do with the workbook, on its first sheet. */
export const manual: readonly Localised[] = [
  note(
    "Change what you like, save, and read the file back in Paintbox: Price book, Excel. You see every difference before anything changes.",
    "Cambia lo que quieras, guarda y lee el archivo en Paintbox: Lista de precios, Excel. Ves cada diferencia antes de que algo cambie.",
  ),
  note(
    "A new row is a new entry, a row taken out is taken out of the book. Rows and columns may be moved; sheets and titles keep their names.",
    "Una fila nueva es una entrada nueva; una fila que quitas sale de la lista. Filas y columnas se pueden mover; hojas y títulos conservan su nombre.",
  ),
];
