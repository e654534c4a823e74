import { columnLetters, parseRef } from "../../xlsx/cell-ref.ts";
import type { ReadCell } from "../../xlsx/read/read-sheet.ts";
import type { ReadSheet } from "../../xlsx/read/read-workbook.ts";
import type { Localised } from "../book/numbers.ts";
import { folded } from "./choices.ts";
import { isBlank } from "./read-cell.ts";
import type { SheetFaults, SheetPlace, SheetWarning } from "./sheet-fault.ts";

/** A column to look for, under either of its titles. */
export interface Wanted {
  readonly at: string;
  readonly title: Localised;
}

export interface GridRow {
  readonly number: number;
  /** By what the column is looked for as; empty cells are left out. */
  readonly cells: ReadonlyMap<string, ReadCell>;
}

/** The table in a sheet. */
export interface Grid {
  readonly sheet: string;
  /** Where its first title stands. */
  readonly head: SheetPlace;
  /** Rows with something in them. */
  readonly rows: readonly GridRow[];
  /** Where the cell of a column and row stands, whether something is in it or not. */
  readonly placeOf: (at: string, row: number) => Omit<SheetPlace, "shown" | "isList">;
}

/** Titles stand below the notes, or above where somebody took the notes away. */
const LAST_TITLE_ROW = 30;
const LONGEST_TITLE = 100;

/**
 * Finds the titles of a sheet and the rows below them; columns may stand in any order. Says which are missing, which
 * stand there twice, and which cells are merged; a sheet with any of it is not read.
 */
export function readGrid(
  sheet: ReadSheet,
  wanted: readonly Wanted[],
  faults: SheetFaults,
  warnings: SheetWarning[],
): Grid | undefined {
  const byTitle = new Map<string, Wanted>();
  for (const column of wanted) {
    byTitle.set(folded(column.title.en), column);
    byTitle.set(folded(column.title.es), column);
  }
  const titleRow = titleRowOf(sheet, byTitle);
  const found = new Map<number, { readonly column: Wanted; readonly title: string }>();
  const before = faults.all.length;
  const taken = new Map<string, ReadCell>();
  for (const cell of sheet.cells) {
    if (cell.row !== titleRow || isBlank(cell)) continue;
    const place = placeIn(sheet.name, cell.ref, cell.text);
    const column = byTitle.get(folded(cell.text));
    if (column === undefined) {
      warnings.push({ code: "extra_column", sheet: sheet.name, cell: cell.ref, found: cell.text });
    } else if (taken.has(column.at)) faults.say(place, "column_twice");
    else {
      taken.set(column.at, cell);
      found.set(cell.column, { column, title: cell.text });
    }
  }
  const head = placeIn(sheet.name, `A${titleRow ?? 1}`, "");
  for (const { at, title } of wanted) {
    if (taken.has(at)) continue;
    const isSpanish = [...found.values()].some(({ column, title: text }) =>
      isOnlySpanish(column, text),
    );
    faults.say(head, "column_missing", isSpanish ? title.es : title.en, "");
  }
  sayMerged(sheet, titleRow ?? 1, found, faults);
  if (faults.all.length > before) return undefined;
  const columnOf = new Map(
    [...found].map(([number, { column, title }]) => [column.at, { number, title }]),
  );
  return {
    sheet: sheet.name,
    head,
    rows: rowsBelow(sheet, titleRow ?? 1, found),
    placeOf: (at, row) => {
      const { number = 1, title = "" } = columnOf.get(at) ?? {};
      return { sheet: sheet.name, cell: `${columnLetters(number)}${row}`, column: title };
    },
  };
}

const placeIn = (sheet: string, cell: string, shown: string): SheetPlace => ({
  sheet,
  cell,
  column: "",
  shown,
  isList: false,
});

const isOnlySpanish = ({ title }: Wanted, text: string): boolean =>
  title.en !== title.es && folded(text) === folded(title.es);

/** Of the first rows the one with the most titles. */
function titleRowOf(sheet: ReadSheet, byTitle: ReadonlyMap<string, Wanted>): number | undefined {
  const counts = new Map<number, number>();
  for (const { row, kind, text } of sheet.cells) {
    if (row > LAST_TITLE_ROW) break;
    if (kind === "text" && text.length < LONGEST_TITLE && byTitle.has(folded(text)))
      counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0];
}

function rowsBelow(
  sheet: ReadSheet,
  titleRow: number,
  found: ReadonlyMap<number, { readonly column: Wanted }>,
): readonly GridRow[] {
  const rows: { readonly number: number; readonly cells: Map<string, ReadCell> }[] = [];
  for (const cell of sheet.cells) {
    const column = found.get(cell.column)?.column;
    if (cell.row <= titleRow || column === undefined || isBlank(cell)) continue;
    let row = rows.at(-1);
    if (row?.number !== cell.row) {
      row = { number: cell.row, cells: new Map() };
      rows.push(row);
    }
    row.cells.set(column.at, cell);
  }
  return rows;
}

/** A merged range has one value for several cells: nobody can say which of them it means. */
function sayMerged(
  sheet: ReadSheet,
  titleRow: number,
  found: ReadonlyMap<number, unknown>,
  faults: SheetFaults,
): void {
  const columns = [...found.keys()];
  for (const range of sheet.merged) {
    if (faults.isFull) return;
    const [from = "", to = from] = range.split(":");
    const [first, last] = [parseRef(from), parseRef(to)];
    if (first === undefined || last === undefined || last.row < titleRow || from === to) continue;
    const isAcross = columns.some((column) => column >= first.column && column <= last.column);
    if (isAcross) faults.say(placeIn(sheet.name, from, range), "merged");
  }
}
