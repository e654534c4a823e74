import {
  access,
  colourChanges,
  conditions,
  heightBands,
  occupancy,
  textures,
} from "./example/circumstances.ts";
import { colours } from "./example/colours.ts";
import { exteriorSubstrates } from "./example/exterior.ts";
import { addOns, sundries } from "./example/extras.ts";
import { hints } from "./example/hints.ts";
import { interiorSubstrates } from "./example/interior.ts";
import { methods, primers } from "./example/methods.ts";
import { discounts, financing, leadSafe, payments, profit, salesTax } from "./example/money.ts";
import { options } from "./example/options.ts";
import { prepLevels, prepTasks } from "./example/prep.ts";
import { products } from "./example/products.ts";
import { costs, from, sources } from "./example/sources.ts";
import { colourSlots, scopes, sheens } from "./example/words.ts";
import type { PriceBook } from "./price-book.ts";

/**
 * The price book that ships: residential interior and exterior, every number with its source. It is an
 * example and says so on screen until a manager accepts or edits it.
 */
export const examplePriceBook: PriceBook = {
  format: 2,
  // Sorts by time among published books, as a UUIDv7 of the day it was put together.
  id: "01a21526-e400-7000-8000-000000000002",
  version: 1,
  name: { en: "Example rates, November 2026", es: "Tarifas de ejemplo, noviembre de 2026" },
  isExample: true,
  currency: "USD",
  sources: { ...sources },
  labour: {
    wage: costs("knowify", 22_16),
    load: from("yarur", "1.80"),
    hours: "exact",
    crewSize: from("starting", "2"),
    hoursPerDay: from("starting", "8"),
    setUpHoursPerCrewDay: from("rays", "0.75"),
    tripPerCrewDay: costs("starting", 0),
  },
  openings: {
    door: from("coverage-calculator", "21"),
    window: from("coverage-calculator", "15"),
  },
  colourSlots: [...colourSlots],
  sheens: [...sheens],
  scopes: [...scopes],
  colours: [...colours],
  substrates: [...interiorSubstrates, ...exteriorSubstrates],
  heightBands: [...heightBands],
  access: [...access],
  occupancy: [...occupancy],
  conditions: [...conditions],
  colourChanges: [...colourChanges],
  textures: [...textures],
  methods: [...methods],
  primers: [...primers],
  prepTasks: [...prepTasks],
  prepLevels: [...prepLevels],
  products: [...products],
  paintPooling: "job",
  sundries: [...sundries],
  addOns: [...addOns],
  profit,
  minimumCharge: costs("starting", 350_00),
  leadSafe,
  listDiscount: null,
  discounts,
  salesTax,
  payments,
  financing,
  options: [...options],
  hints: [...hints],
};
