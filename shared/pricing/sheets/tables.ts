import { ELSEWHERE } from "./choices.ts";
import type { SheetLanguage, Table } from "./column.ts";
import {
  addOns,
  depositCaps,
  discounts,
  financing,
  payments,
  profits,
  sundries,
  taxes,
} from "./tables/money.ts";
import { hints, options, optionScopes, scopes, sources } from "./tables/options.ts";
import { cans, colours, colourSlots, products, sheens, spreads } from "./tables/paint.ts";
import { curves, rates } from "./tables/rates.ts";
import { levelTasks, methods, multipliers, prepLevels, prepTasks, primers } from "./tables/work.ts";

/** The sheets after the one with the settings, in the order of their tabs. */
export const tablesIn = (language: SheetLanguage): readonly Table[] => [
  rates,
  curves,
  products,
  cans,
  spreads,
  colours,
  prepLevels,
  prepTasks,
  levelTasks,
  multipliers,
  methods,
  primers,
  options,
  optionScopes,
  addOns,
  sundries,
  profits,
  discounts,
  taxes(ELSEWHERE[language]),
  payments,
  depositCaps,
  financing,
  scopes,
  colourSlots,
  sheens,
  hints,
  sources,
];
