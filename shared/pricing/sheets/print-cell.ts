import { movePoint } from "../../xlsx/decimal-text.ts";
import type { CellToWrite, ColumnFormat } from "../../xlsx/write/sheet-to-write.ts";
import { isObject, valueAt } from "../edit/json.ts";
import { type Choices, CURVE } from "./choices.ts";
import type { CellKind, SheetLanguage } from "./column.ts";

/** How the cells of a column show. */
export function formatOf({ kind }: CellKind): ColumnFormat {
  switch (kind) {
    // Years are no thousands.
    case "whole":
    case "decimal":
    case "rate":
      return "decimal";
    case "percent":
      return "percent";
    case "dollars":
    case "dollar-decimal":
      return "dollars";
    case "mark":
      return "boolean";
    case "key":
    case "ref":
    case "refs":
    case "text":
    case "state":
    case "colour":
    case "choice":
    case "choices":
    case "day":
    case "source":
      return "text";
    case "long-text":
      return "long-text";
  }
}

const wordOf = (choices: Choices, value: unknown, language: SheetLanguage): string =>
  typeof value === "string" ? (choices[value]?.[language] ?? value) : "";

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** Entries of a list with commas between, each by its word. */
const listed = (value: unknown, word: (entry: unknown) => string): string =>
  Array.isArray(value) ? value.map(word).join(", ") : "";

const decimal = (value: unknown, places: number): CellToWrite =>
  typeof value === "string" ? { number: movePoint(value, places) } : null;

const integer = (value: unknown, places: number): CellToWrite =>
  typeof value === "number" ? { number: movePoint(String(value), places) } : null;

/** What stands in the cell of a column in the row of this value. */
export function printCell(
  cell: CellKind,
  row: unknown,
  at: string,
  language: SheetLanguage,
): CellToWrite {
  if (cell.kind === "mark") {
    const list = valueAt(row, at.slice(0, at.lastIndexOf(".")));
    return Array.isArray(list) && list.includes(cell.member) ? "x" : null;
  }
  const value = valueAt(row, at);
  switch (cell.kind) {
    case "key":
    case "ref":
    case "text":
    case "long-text":
    case "state":
    case "colour":
    case "source":
    case "day":
      return textOf(value);
    case "refs":
      return listed(value, textOf);
    case "choice":
      return wordOf(cell.choices, value, language);
    case "choices":
      return listed(value, (entry) => wordOf(cell.choices, entry, language));
    case "decimal":
    case "dollar-decimal":
      return decimal(value, 0);
    case "percent":
      return decimal(value, -2);
    case "dollars":
      return integer(value, -2);
    case "whole":
      return integer(value, 0);
    case "rate":
      if (!isObject(value)) return null;
      return "kind" in value ? CURVE[language] : decimal(value["value"], 0);
  }
}
