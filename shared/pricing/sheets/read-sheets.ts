import type { ReadSheet, ReadWorkbook } from "../../xlsx/read/read-workbook.ts";
import type { Localised } from "../book/numbers.ts";
import type { PriceBook } from "../price-book.ts";
import { BookUnderway } from "./book-underway.ts";
import { folded } from "./choices.ts";
import type { SheetLanguage } from "./column.ts";
import { keepSpelling } from "./keep-spelling.ts";
import { placeSettings } from "./place-settings.ts";
import { placeTable } from "./place-tables.ts";
import { type Grid, readGrid, type Wanted } from "./read-grid.ts";
import { readRows } from "./read-rows.ts";
import { resolveNames } from "./resolve-names.ts";
import { settingsSheet, startSheet } from "./settings.ts";
import { type SheetFault, SheetFaults, type SheetPlace, type SheetWarning } from "./sheet-fault.ts";
import { tablesIn } from "./tables.ts";

/** Which version a workbook says it was exported from. */
export interface ExportedFrom {
  /** The book's id; empty when the workbook does not say. */
  readonly bookId: string;
  readonly isDraft: boolean;
}

/** What the sheets say, before anybody has asked whether it makes a price book. */
export interface SheetsRead {
  readonly under: BookUnderway;
  /** With the spelling of the base. */
  readonly document: unknown;
  readonly faults: SheetFaults;
  /** A place for what is wrong nowhere else. */
  readonly somewhere: SheetPlace;
  /** The names of the sheets in their order. */
  readonly order: readonly string[];
  readonly from: ExportedFrom;
  readonly warnings: readonly SheetWarning[];
}

/**
 * Reads the cells of a workbook into the document of a price book; `concludeSheets` says what is wrong with it.
 *
 * @returns only what is wrong, when sheets or columns are missing: it would be missed in every row.
 */
export function readSheets(
  workbook: ReadWorkbook,
  base: PriceBook,
  language: SheetLanguage,
): SheetsRead | readonly SheetFault[] {
  const faults = new SheetFaults();
  const warnings: SheetWarning[] = [];
  const under = new BookUnderway(bareDocument(base));
  const sheets = new SheetFinder(workbook, language, faults);
  const context = { language, dates1904: workbook.dates1904 };
  const settings = sheets.grid(settingsSheet.name, columnsOf(settingsSheet.titles), warnings);
  const tables = tablesIn(language);
  const grids = tables.flatMap((table) => {
    const grid = sheets.grid(table.name, table.columns, warnings);
    return grid === undefined ? [] : [{ table, grid }];
  });
  if (settings === undefined || faults.all.length > 0) return faults.all;

  placeSettings(under, settings, context, faults);
  const rows = grids.map(
    ({ table, grid }) => [table.id, readRows(table, grid, context, faults)] as const,
  );
  const all = resolveNames(tables, new Map(rows));
  for (const { table, grid } of grids) {
    placeTable(under, table, all, language, faults);
    for (const part of table.holds) under.mark(part, grid.head);
  }
  sheets.warnOfOthers(warnings);
  return {
    under,
    document: keepSpelling(under.document, base),
    faults,
    somewhere: settings.head,
    order: [...workbook.sheets.keys()],
    from: exportedFrom(workbook),
    warnings,
  };
}

const columnsOf = (titles: Readonly<Record<string, Localised>>): readonly Wanted[] =>
  Object.entries(titles).map(([at, title]) => ({ at, title }));

/** What a book says that has nothing in any list; what stays null until a sheet says something. */
const bareDocument = ({
  format,
  id,
  version,
  name,
  isExample,
  currency,
}: PriceBook): Record<string, unknown> => ({
  format,
  id,
  version,
  name,
  isExample,
  currency,
  sources: {},
  colourSlots: [],
  sheens: [],
  scopes: [],
  colours: [],
  substrates: [],
  heightBands: [],
  access: [],
  occupancy: [],
  conditions: [],
  colourChanges: [],
  textures: [],
  methods: [],
  primers: [],
  prepTasks: [],
  prepLevels: [],
  products: [],
  sundries: [],
  addOns: [],
  profit: {},
  leadSafe: null,
  listDiscount: null,
  discounts: [],
  salesTax: { states: [] },
  payments: { deposit: null, draws: [], depositCaps: [] },
  financing: [],
  options: [],
  hints: [],
});

/** Finds sheets by their names in either language. */
class SheetFinder {
  readonly #sheets: readonly ReadSheet[];
  readonly #language: SheetLanguage;
  readonly #faults: SheetFaults;
  readonly #used = new Set<string>();

  constructor(workbook: ReadWorkbook, language: SheetLanguage, faults: SheetFaults) {
    this.#sheets = [...workbook.sheets.values()];
    this.#language = language;
    this.#faults = faults;
    const start = this.#find(startSheet.name);
    if (start !== undefined) this.#used.add(start.name);
    for (const name of knownNames()) {
      const sheet = this.#find(name);
      if (sheet !== undefined) this.#used.add(sheet.name);
    }
  }

  #find({ en, es }: Localised): ReadSheet | undefined {
    const names = new Set([folded(en), folded(es)]);
    return this.#sheets.find((sheet) => names.has(folded(sheet.name)));
  }

  /** Sheets in sight that nobody asks for. */
  #others(): readonly ReadSheet[] {
    return this.#sheets.filter(({ name, hidden }) => !hidden && !this.#used.has(name));
  }

  grid(name: Localised, wanted: readonly Wanted[], warnings: SheetWarning[]): Grid | undefined {
    const sheet = this.#find(name);
    if (sheet !== undefined) return readGrid(sheet, wanted, this.#faults, warnings);
    const others = this.#others().map((other) => other.name);
    const place = { sheet: name[this.#language], cell: "", column: "", shown: "", isList: false };
    this.#faults.say(place, "sheet_missing", "", others.join(", ").slice(0, 200));
    return undefined;
  }

  warnOfOthers(warnings: SheetWarning[]): void {
    for (const { name } of this.#others()) {
      warnings.push({ code: "extra_sheet", sheet: name, cell: "", found: name });
    }
  }
}

const knownNames = (): readonly Localised[] => [
  settingsSheet.name,
  ...tablesIn("en").map(({ name }) => name),
];

function exportedFrom(workbook: ReadWorkbook): ExportedFrom {
  const wanted = columnsOf(startSheet.titles);
  const names = new Set([folded(startSheet.name.en), folded(startSheet.name.es)]);
  const sheet = [...workbook.sheets.values()].find(({ name }) => names.has(folded(name)));
  // It is no part of the book: what is wrong with it is not said.
  const grid = sheet && readGrid(sheet, wanted, new SheetFaults(), []);
  const textOf = (key: string): string => {
    const row = grid?.rows.find(({ cells }) => cells.get("key")?.text === key);
    return row?.cells.get("text")?.text.trim() ?? "";
  };
  return { bookId: textOf("id"), isDraft: textOf("state") === "draft" };
}
