import type { ReadSheet, ReadWorkbook } from "../../xlsx/read/read-workbook.ts";
import { parseRef } from "../../xlsx/cell-ref.ts";
import type { Localised } from "../book/numbers.ts";
import { type PriceBook, PRICE_BOOK_FORMAT } from "../price-book.ts";
import { checkPriceBook, readPriceBook } from "../check-price-book.ts";
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
import {
  MAX_SHEET_FAULTS,
  type SheetFault,
  SheetFaults,
  type SheetPlace,
  type SheetWarning,
} from "./sheet-fault.ts";
import { tablesIn } from "./tables.ts";

/** Which version a workbook says it was exported from. */
export interface ExportedFrom {
  /** The book's id; empty when the workbook does not say. */
  readonly bookId: string;
  readonly isDraft: boolean;
}

export type ReadBookSheets =
  | {
      readonly ok: true;
      readonly book: PriceBook;
      readonly from: ExportedFrom;
      readonly warnings: readonly SheetWarning[];
    }
  | { readonly ok: false; readonly faults: readonly SheetFault[] };

/**
 * Reads a price book out of a workbook that `priceBookToSheets` made and people worked on, in Excel, LibreOffice or
 * Google Sheets: rows and columns moved, numbers as text, formulas, new rows without keys, rows taken out.
 *
 * Numbers that a cell holds finer than the book can are rounded, half up, as the cell shows them: dollars to cents,
 * others to six decimals. What is written as text is taken as it is written, or refused.
 *
 * @param base whose id, version, name and mark as an example the book gets, and whose spelling where both mean the
 * same: `1.80` is 1.8 in a spreadsheet.
 * @param language of what faults quote from the sheets' words.
 * @returns the book, which can be priced with; or what is wrong with the sheets, fifty faults at the most, in their
 * order.
 */
export function workbookToPriceBook(
  workbook: ReadWorkbook,
  base: PriceBook,
  language: SheetLanguage,
): ReadBookSheets {
  const faults = new SheetFaults();
  const warnings: SheetWarning[] = [];
  const under = new BookUnderway(bareDocument(base));
  const sheets = new SheetFinder(workbook, language, faults);
  const context = { language, dates1904: workbook.dates1904 };
  const settings = sheets.grid(settingsSheet.name, columnsOf(settingsSheet.titles), warnings);
  const tables = tablesIn(language);
  const grids = tables.map((table) => ({
    table,
    grid: sheets.grid(table.name, table.columns, warnings),
  }));
  // What is missing would be missed in every row: it is said alone.
  if (faults.all.length > 0) return { ok: false, faults: faults.all };

  if (settings !== undefined) placeSettings(under, settings, context, faults);
  const all = resolveNames(
    tables,
    new Map(
      grids.map(({ table, grid }) => [
        table.id,
        grid === undefined ? [] : readRows(table, grid, context, faults),
      ]),
    ),
  );
  for (const { table, grid } of grids) {
    if (grid === undefined) continue;
    placeTable(under, table, all, language, faults);
    for (const part of table.holds) under.mark(part, grid.head);
  }
  const document = keepSpelling(under.document, base);
  const read = faults.all.length === 0 ? readPriceBook(document) : undefined;
  if (read?.ok === true) {
    sheets.warnOfOthers(warnings);
    return { ok: true, book: read.value, from: exportedFrom(workbook), warnings };
  }
  sayOfBook(under, document, settings?.head, faults);
  return { ok: false, faults: inOrder(faults.all, workbook).slice(0, MAX_SHEET_FAULTS) };
}

const columnsOf = (titles: Readonly<Record<string, Localised>>): readonly Wanted[] =>
  Object.entries(titles).map(([at, title]) => ({ at, title }));

/** What a book says that has nothing in any list; what stays null until a sheet says something. */
const bareDocument = ({
  id,
  version,
  name,
  isExample,
  currency,
}: PriceBook): Record<string, unknown> => ({
  format: PRICE_BOOK_FORMAT,
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

/** Says what is wrong with the book itself, of cells that have not been spoken of yet. */
function sayOfBook(
  under: BookUnderway,
  document: unknown,
  somewhere: SheetPlace | undefined,
  faults: SheetFaults,
): void {
  const said = new Set(faults.all.map(({ sheet, cell }) => `${sheet}!${cell}`));
  for (const { code, path, found, expected } of checkPriceBook(document)) {
    const place = under.placeOf(path) ?? somewhere;
    if (place === undefined || said.has(`${place.sheet}!${place.cell}`)) continue;
    said.add(`${place.sheet}!${place.cell}`);
    faults.say(
      place,
      code,
      inCells(place, expected),
      place.isList || place.shown === "" ? foundIn(found) : place.shown,
    );
  }
}

/** A value that stands for nothing in a sheet says nothing to a reader. */
const foundIn = (found: string): string => (/^[[{]…[\]}]$|^null$/.test(found) ? "" : found);

/** A limit in the terms of the cell: percent where it shows percent, dollars where the book has cents. */
function inCells({ shown }: SheetPlace, expected: string): string {
  if (!/^\d+$/.test(expected)) return expected;
  if (shown.endsWith(" %")) return `${expected} %`;
  return shown.startsWith("$") ? `$${Number(expected) / 100}` : expected;
}

function inOrder(faults: readonly SheetFault[], { sheets }: ReadWorkbook): readonly SheetFault[] {
  const names = [...sheets.keys()];
  const order = ({ sheet, cell }: SheetFault): number => {
    const { row = 0, column = 0 } = parseRef(cell) ?? {};
    return (names.indexOf(sheet) * 2_000_000 + row) * 20_000 + column;
  };
  return faults.toSorted((one, other) => order(one) - order(other));
}

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
