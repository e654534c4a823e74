import type { PriceBookFaultCode } from "../price-book-fault.ts";

/** What can be wrong with a workbook on top of what can be wrong with the price book in it. */
export type SheetFaultCode =
  | PriceBookFaultCode
  /** `found` are the sheets that nobody asked for: one of them may be it, renamed. */
  | "sheet_missing"
  /** The sheet has no column of the title `expected`. */
  | "column_missing"
  /** Two columns have the title `found`. */
  | "column_twice"
  /** The cells `found` are merged. */
  | "merged"
  /** `#REF!`; empty for a formula that nobody has worked out. */
  | "error_cell"
  /** A spreadsheet took a text for a date. */
  | "date_not_text"
  | "not_a_mark"
  /** More than cents. */
  | "not_dollars"
  /** No key, and no name to make one of. */
  | "name_missing"
  /** The column's value does not belong to a row whose `expected` says something else. */
  | "not_here"
  /** The sheet has no row for `found`. */
  | "row_missing"
  /** There may be one row of `found`. */
  | "row_twice"
  /** Rows of one curve say different things. */
  | "rows_disagree"
  /** The sheet `expected` has no rows for it. */
  | "curve_missing"
  /** The sheet `expected` says a plain number, or none. */
  | "curve_unused";

/** What is wrong with a workbook, and where: data, never words. */
export interface SheetFault {
  /** The sheet's name, as it stands in the workbook. */
  readonly sheet: string;
  /** `F7`; empty for the sheet as a whole. */
  readonly cell: string;
  /** The title of its column, as it stands there. */
  readonly column: string;
  readonly code: SheetFaultCode;
  /** What stands there, as the spreadsheet shows it, shortened. */
  readonly found: string;
  /** What the code says of it: a limit, the words to choose from, the list to look in. Else empty. */
  readonly expected: string;
}

/** What was left out, and is none of the price book's business. */
export interface SheetWarning {
  readonly code: "extra_sheet" | "extra_column";
  readonly sheet: string;
  /** Of a column's title. */
  readonly cell: string;
  readonly found: string;
}

/** As many as anybody reads. */
export const MAX_SHEET_FAULTS = 50;

/** Where something stands in a workbook, for whoever finds it wrong later. */
export interface SheetPlace {
  readonly sheet: string;
  readonly cell: string;
  readonly column: string;
  /** As the spreadsheet shows it; empty for an empty cell. */
  readonly shown: string;
  /** Several entries stand in the cell. */
  readonly isList: boolean;
}

/** Collects what is wrong, up to the limit. */
export class SheetFaults {
  readonly all: SheetFault[] = [];

  get isFull(): boolean {
    return this.all.length >= MAX_SHEET_FAULTS;
  }

  say(place: SheetPlace, code: SheetFaultCode, expected = "", found = place.shown): void {
    const { sheet, cell, column } = place;
    if (!this.isFull) this.all.push({ sheet, cell, column, code, found, expected });
  }
}
