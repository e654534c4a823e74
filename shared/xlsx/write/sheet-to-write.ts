/**
 * How the cells of a column show, and what a person may key in.
 * - `text`: as it stands; `007` and `=` stay what they are. `long-text`: the same, broken into lines.
 * - `boolean`: TRUE or FALSE, in the words of the program that shows it.
 * - `whole`: 1,250. `decimal`: as many places as the number has.
 * - `dollars`: the number is dollars, shown as $12.50. `percent`: the number is a fraction, 0.125 shown as 12.50%.
 *   Cents and per cents become either by `movePoint(text, -2)`, exactly.
 */
export type ColumnFormat =
  | "text"
  | "long-text"
  | "boolean"
  | "whole"
  | "decimal"
  | "dollars"
  | "percent";

export interface ColumnToWrite {
  readonly title: string;
  /** In characters of the standard font, as spreadsheets count; 255 at most. */
  readonly width: number;
  readonly format: ColumnFormat;
  /** Not meant to be edited: greyed, and held fast when the sheet is `protected`. */
  readonly locked?: boolean | undefined;
  /** The only values that the cells below may take, offered as a list. */
  readonly allowed?: readonly string[] | undefined;
  /** What the column means. If any column has one, a row of notes stands above the titles. */
  readonly note?: string | undefined;
}

/** A number as decimal text, `{ number: "12.5" }`, shown in a way of its own where `format` says so. */
export interface NumberToWrite {
  readonly number: string;
  readonly format?: ColumnFormat | undefined;
}

/**
 * A text, a number, a boolean, or nothing. A number of more than 15 significant digits, which a spreadsheet would cut,
 * is written as text.
 */
export type CellToWrite = string | NumberToWrite | boolean | null;

export interface SheetToWrite {
  /** 1 to 31 characters, none of `[]:*?/\`, no apostrophe at either end, unlike every other name. */
  readonly name: string;
  readonly columns: readonly ColumnToWrite[];
  /** Each as long as `columns`, or shorter. */
  readonly rows: readonly (readonly CellToWrite[])[];
  /** Columns from the left that stay in sight, as the titles do. */
  readonly frozenColumns?: number | undefined;
  /** Locked columns cannot be edited until somebody lifts the protection, which has no password. */
  readonly protected?: boolean | undefined;
}
