import { columnLetters, LAST_COLUMN, LAST_ROW, parseCount, parseRef } from "../cell-ref.ts";
import { shortestDecimal } from "../decimal-text.ts";
import { decodeXstring } from "./decode-text.ts";
import type { WorkbookLimits } from "./limits.ts";
import { readRichText } from "./shared-strings.ts";
import { refuse } from "./workbook-error.ts";
import type { XmlScanner } from "./xml-scanner.ts";

/** A cell with something in it. */
export interface ReadCell {
  /** `B7`: row 7, column 2. */
  readonly ref: string;
  readonly row: number;
  readonly column: number;
  readonly kind: "text" | "number" | "boolean" | "error";
  /**
   * A text as it stands; a number as the shortest decimal that is the same double, without an exponent; `true` or
   * `false`; an error's name, `#REF!`, or nothing for a formula that nobody has worked out.
   */
  readonly text: string;
  /** The text is what a formula came to when the file was saved. */
  readonly formula: boolean;
  /** A number that shows as a date or a time: see `serialToIso`. */
  readonly date: boolean;
}

/** What the cells of all sheets have in common. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly limits: WorkbookLimits;
  /** How many cells may still come. */
  cellsLeft: number;
}

export interface SheetContent {
  /** Row by row, each from the left; empty cells are left out. */
  readonly cells: readonly ReadCell[];
  /** Ranges of merged cells, `A1:C1`: the first one holds the value. */
  readonly merged: readonly string[];
}

/**
 * Reads a worksheet's part.
 *
 * @throws Refusal
 */
export function readSheet(scanner: XmlScanner, context: SheetContext): SheetContent {
  const cells: ReadCell[] = [];
  const merged: string[] = [];
  const most = context.limits.cells;
  scanner.root();
  for (const name of scanner.children()) {
    if (name === "sheetData") readRows(scanner, context, cells);
    if (name !== "mergeCells") continue;
    for (const _ of scanner.children()) {
      if (merged.length >= most) refuse({ code: "too_many_cells", most });
      merged.push(scanner.attribute("ref") ?? "");
    }
  }
  return { cells, merged };
}

function readRows(scanner: XmlScanner, context: SheetContext, cells: ReadCell[]): void {
  let row = 0;
  for (const name of scanner.children()) {
    if (name !== "row") continue;
    const given = scanner.attribute("r");
    const next = given === undefined ? row + 1 : parseCount(given);
    if (next === undefined || next < 1 || next > LAST_ROW) scanner.fail("cell_ref");
    if (next <= row) scanner.fail("order");
    row = next;
    let column = 0;
    for (const inner of scanner.children()) {
      if (inner !== "c") continue;
      column = columnOfCell(scanner, row, column);
      const cell = readCell(scanner, context, row, column);
      if (cell === undefined) continue;
      if (context.cellsLeft === 0) refuse({ code: "too_many_cells", most: context.limits.cells });
      context.cellsLeft -= 1;
      cells.push(cell);
    }
  }
}

/** A cell without a reference follows the one before it. */
function columnOfCell(scanner: XmlScanner, row: number, before: number): number {
  const ref = scanner.attribute("r");
  if (ref === undefined) return before < LAST_COLUMN ? before + 1 : scanner.fail("cell_ref");
  const place = parseRef(ref);
  if (place === undefined || place.row !== row) scanner.fail("cell_ref");
  if (place.column <= before) scanner.fail("order");
  return place.column;
}

const CONSTANTS: ReadonlySet<string> = new Set(["TRUE()", "FALSE()"]);

function readCell(
  scanner: XmlScanner,
  context: SheetContext,
  row: number,
  column: number,
): ReadCell | undefined {
  const type = scanner.attribute("t") ?? "n";
  const style = scanner.attribute("s");
  let stored: string | undefined;
  let formula = false;
  for (const name of scanner.children()) {
    // LibreOffice saves the booleans of a workbook it opened as formulas; these are as constant as any value.
    if (name === "f") formula = !CONSTANTS.has(scanner.text());
    else if (name === "v") stored = scanner.text();
    else if (name === "is" && type === "inlineStr") stored = readRichText(scanner, context.limits);
  }
  const value = valueOf(scanner, context, type, stored);
  if (value.text === "" && !formula) return undefined;
  // A formula without a result: written by a program that does not calculate.
  const unknown = value.text === "" && value.kind !== "text";
  return {
    ref: `${columnLetters(column)}${row}`,
    row,
    column,
    kind: unknown || stored === undefined ? "error" : value.kind,
    text: value.text,
    formula,
    date: value.kind === "number" && !unknown && (context.dateStyles[Number(style)] ?? false),
  };
}

/** What a cell of a type holds (ECMA-376, ST_CellType); an empty text is an empty cell. */
function valueOf(
  scanner: XmlScanner,
  context: SheetContext,
  type: string,
  stored = "",
): Pick<ReadCell, "kind" | "text"> {
  const trimmed = type === "str" || type === "inlineStr" ? stored : stored.trim();
  switch (type) {
    case "n":
      if (trimmed === "") return { kind: "number", text: "" };
      return { kind: "number", text: shortestDecimal(trimmed) ?? scanner.fail("value") };
    case "s":
      return { kind: "text", text: trimmed === "" ? "" : sharedString(scanner, context, trimmed) };
    case "inlineStr":
      return { kind: "text", text: stored };
    case "str":
      return { kind: "text", text: within(context.limits, decodeXstring(stored)) };
    case "b":
      if (trimmed === "") return { kind: "boolean", text: "" };
      if (trimmed === "1" || trimmed === "true") return { kind: "boolean", text: "true" };
      if (trimmed === "0" || trimmed === "false") return { kind: "boolean", text: "false" };
      return scanner.fail("value");
    case "e":
      return { kind: "error", text: within(context.limits, trimmed) };
    // An ISO date instead of a number, which strict workbooks may have: already what a caller wants.
    case "d":
      return { kind: "text", text: within(context.limits, trimmed) };
    default:
      return scanner.fail("cell_type");
  }
}

function sharedString(scanner: XmlScanner, { strings }: SheetContext, index: string): string {
  return strings[parseCount(index) ?? -1] ?? scanner.fail("string_index");
}

function within({ textLength }: WorkbookLimits, text: string): string {
  if (text.length > textLength) refuse({ code: "too_large", what: "text", most: textLength });
  return text;
}
