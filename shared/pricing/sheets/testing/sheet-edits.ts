import { columnLetters } from "../../../xlsx/cell-ref.ts";
import { movePoint } from "../../../xlsx/decimal-text.ts";
import type { ReadCell } from "../../../xlsx/read/read-sheet.ts";
import type { ReadSheet, ReadWorkbook } from "../../../xlsx/read/read-workbook.ts";
import type { CellToWrite, SheetToWrite } from "../../../xlsx/write/sheet-to-write.ts";
import type { PriceBook } from "../../price-book.ts";
import type { SheetLanguage } from "../column.ts";
import type { ReadBookSheets } from "../conclude-sheets.ts";
import { workbookToPriceBook } from "../workbook-to-price-book.ts";
import { priceBookToSheets } from "../write-sheets.ts";

/** What a person did to a workbook before it is read. */
export type SheetEdit = (sheets: readonly SheetToWrite[]) => readonly SheetToWrite[];

const edited =
  (name: string, edit: (sheet: SheetToWrite) => SheetToWrite): SheetEdit =>
  (sheets) =>
    sheets.map((sheet) => (sheet.name === name ? edit(sheet) : sheet));

const columnOf = ({ name, columns }: SheetToWrite, title: string): number => {
  const at = columns.findIndex((column) => column.title === title);
  if (at < 0) throw new RangeError(`${name} has no column ${title}`);
  return at;
};

/** Keys another value into the cell of a column, in the first row that has `row` in one of its first two cells. */
export const setCell = (name: string, row: string, title: string, value: CellToWrite): SheetEdit =>
  edited(name, (sheet) => {
    const at = columnOf(sheet, title);
    const index = sheet.rows.findIndex((cells) => cells.slice(0, 2).includes(row));
    if (index < 0) throw new RangeError(`${name} has no row ${row}`);
    return {
      ...sheet,
      rows: sheet.rows.map((cells, other) =>
        other === index ? cells.map((cell, column) => (column === at ? value : cell)) : cells,
      ),
    };
  });

/** Adds a row with these cells, by the titles of their columns. */
export const addRow = (name: string, cells: Readonly<Record<string, CellToWrite>>): SheetEdit =>
  edited(name, (sheet) => {
    const row = sheet.columns.map((): CellToWrite => null);
    for (const [title, value] of Object.entries(cells)) row[columnOf(sheet, title)] = value;
    return { ...sheet, rows: [...sheet.rows, row] };
  });

export const dropRows = (
  name: string,
  isGone: (row: readonly CellToWrite[]) => boolean,
): SheetEdit =>
  edited(name, (sheet) => ({ ...sheet, rows: sheet.rows.filter((row) => !isGone(row)) }));

export const changeSheet = edited;

/** Sheets as a workbook of theirs would be read: round-trip.test.ts goes through the bytes. */
export const asRead = (sheets: readonly SheetToWrite[]): ReadWorkbook => ({
  dates1904: false,
  sheets: new Map(sheets.map((sheet) => [sheet.name, sheetAsRead(sheet)])),
});

function sheetAsRead({ name, columns, rows }: SheetToWrite): ReadSheet {
  const notes = columns.map(({ note }): CellToWrite => note ?? null);
  const hasNotes = columns.some(({ note }) => note !== undefined);
  const all = [...(hasNotes ? [notes] : []), columns.map(({ title }) => title), ...rows];
  const cells = all.flatMap((row, at) =>
    row.flatMap((cell, column) => cellAsRead(cell, at, column)),
  );
  return { name, hidden: false, merged: [], cells };
}

function cellAsRead(cell: CellToWrite, at: number, across: number): readonly ReadCell[] {
  if (cell === null || cell === "") return [];
  const [row, column] = [at + 1, across + 1];
  const place = { ref: `${columnLetters(column)}${row}`, row, column, formula: false, date: false };
  if (typeof cell === "string") return [{ ...place, kind: "text", text: cell }];
  if (typeof cell === "boolean") return [{ ...place, kind: "boolean", text: String(cell) }];
  return [{ ...place, kind: "number", text: movePoint(cell.number, 0) }];
}

const exports = new Map<string, readonly SheetToWrite[]>();

function exported(book: PriceBook, language: SheetLanguage): readonly SheetToWrite[] {
  const name = `${language} ${book.id}`;
  const sheets = exports.get(name) ?? priceBookToSheets({ book, isDraft: false }, language);
  exports.set(name, sheets);
  return sheets;
}

/** The book after a workbook of it was exported, edited and read again. */
export function readEdited(
  book: PriceBook,
  edits: readonly SheetEdit[],
  language: SheetLanguage = "en",
): ReadBookSheets {
  let sheets = exported(book, language);
  for (const edit of edits) sheets = edit(sheets);
  return workbookToPriceBook(asRead(sheets), book, language);
}
