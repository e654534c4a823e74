import type { CellToWrite, ColumnToWrite, SheetToWrite } from "../../xlsx/write/sheet-to-write.ts";
import { valueAt } from "../edit/json.ts";
import type { PriceBook } from "../price-book.ts";
import type { CellKind, Column, SheetLanguage, Table } from "./column.ts";
import { noteOf } from "./column-notes.ts";
import { manual, sheetNotes } from "./sheet-notes.ts";
import { formatOf, printCell } from "./print-cell.ts";
import { settings, settingsSheet, sourceAt, startSheet } from "./settings.ts";
import { tablesIn } from "./tables.ts";

export interface BookToExport {
  readonly book: PriceBook;
  /** The book is a draft on top of the version whose id and number it has. */
  readonly isDraft: boolean;
}

/**
 * A price book as the sheets of a workbook, titles and notes in one language: everything that it says is in them, so
 * that `workbookToPriceBook` makes the same book of them again.
 */
export function priceBookToSheets(
  { book, isDraft }: BookToExport,
  language: SheetLanguage,
): readonly SheetToWrite[] {
  const tables = tablesIn(language);
  return [
    startOf(book, isDraft, tables, language),
    settingsOf(book, language),
    ...tables.map((table) => sheetOf(table, book, language)),
  ];
}

function sheetOf(table: Table, book: PriceBook, language: SheetLanguage): SheetToWrite {
  return {
    name: table.name[language],
    frozenColumns: table.frozen,
    columns: table.columns.map((column) => columnToWrite(table.id, column, book, language)),
    rows: table
      .rows(book)
      .map((row) => table.columns.map(({ cell, at }) => printCell(cell, row, at, language))),
  };
}

function columnToWrite(
  table: string,
  column: Column,
  book: PriceBook,
  language: SheetLanguage,
): ColumnToWrite {
  const { title, width, cell, locked } = column;
  return {
    title: title[language],
    width,
    format: formatOf(cell),
    locked,
    allowed: allowedIn(cell, book, language),
    note: noteOf(table, column)?.[language] ?? "",
  };
}

/** What a spreadsheet offers for a cell; nothing where several may stand in one. */
function allowedIn(
  cell: CellKind,
  book: PriceBook,
  language: SheetLanguage,
): readonly string[] | undefined {
  switch (cell.kind) {
    case "ref":
      return book[cell.list].map(({ key }) => key);
    case "source":
      return Object.keys(book.sources);
    case "choice":
      return Object.values(cell.choices).map((word) => word[language]);
    case "mark":
      return ["x"];
    case "choices": {
      const words = Object.values(cell.choices).map((word) => word[language]);
      return [...words, words.join(", ")];
    }
    case "key":
    case "refs":
    case "text":
    case "long-text":
    case "state":
    case "colour":
    case "decimal":
    case "dollar-decimal":
    case "percent":
    case "dollars":
    case "whole":
    case "day":
    case "rate":
      return undefined;
  }
}

function settingsOf(book: PriceBook, language: SheetLanguage): SheetToWrite {
  const { name, titles } = settingsSheet;
  const title = (of: keyof typeof titles): string => titles[of][language];
  return {
    name: name[language],
    protected: true,
    frozenColumns: 2,
    columns: [
      { title: title("key"), width: 16, format: "text", locked: true },
      { title: title("name"), width: 48, format: "text", locked: true },
      { title: title("value"), width: 24, format: "decimal" },
      { title: title("unit"), width: 28, format: "text", locked: true },
      { title: title("source"), width: 22, format: "text", allowed: Object.keys(book.sources) },
    ],
    rows: settings.map((setting): readonly CellToWrite[] => {
      const source = sourceAt(setting.at);
      const value = printCell(setting.cell, book, setting.at, language);
      const shown =
        typeof value === "object" && value !== null
          ? { ...value, format: formatOf(setting.cell) }
          : value;
      return [
        setting.key,
        setting.name[language],
        shown,
        setting.unit[language],
        source === null ? null : textAt(book, source),
      ];
    }),
  };
}

function textAt(book: PriceBook, at: string): string | null {
  const value = valueAt(book, at);
  return typeof value === "string" ? value : null;
}

function startOf(
  book: PriceBook,
  isDraft: boolean,
  tables: readonly Table[],
  language: SheetLanguage,
): SheetToWrite {
  const { name, titles } = startSheet;
  const words = language === "en" ? startWords.en : startWords.es;
  const sheets = [{ id: settingsSheet.id, name: settingsSheet.name }, ...tables];
  return {
    name: name[language],
    protected: true,
    columns: [
      { title: titles.name[language], width: 26, format: "text", locked: true },
      { title: titles.text[language], width: 110, format: "long-text", locked: true },
      { title: titles.key[language], width: 18, format: "text", locked: true },
    ],
    rows: [
      [words.book, book.name[language], "book"],
      [words.version, isDraft ? words.draft(book.version) : String(book.version), "version"],
      ...manual.map((step, index) => [index === 0 ? words.how : null, step[language], null]),
      ...sheets.map((sheet) => [
        sheet.name[language],
        sheetNotes[sheet.id]?.[language] ?? "",
        sheet.id,
      ]),
      [words.id, book.id, "id"],
      [words.state, isDraft ? "draft" : "published", "state"],
    ],
  };
}

const startWords = {
  en: {
    book: "Price book",
    version: "Version",
    draft: (version: number) => `Draft on top of version ${version}`,
    how: "How to use it",
    id: "Id",
    state: "State",
  },
  es: {
    book: "Lista de precios",
    version: "Versión",
    draft: (version: number) => `Borrador sobre la versión ${version}`,
    how: "Cómo se usa",
    id: "Id",
    state: "Situación",
  },
} as const;
