import { movePoint } from "../../xlsx/decimal-text.ts";
import type { ReadCell } from "../../xlsx/read/read-sheet.ts";
import { serialToIso } from "../../xlsx/serial-date.ts";
import { slug } from "../edit/book-sections.ts";
import {
  choiceOf,
  type Choices,
  folded,
  isCurveWord,
  isElsewhere,
  MARKS,
  NO_MARKS,
} from "./choices.ts";
import type { CellKind, SheetLanguage } from "./column.ts";
import { type NumberInCell, numberIn, rounded } from "./read-number.ts";
import type { SheetFaultCode } from "./sheet-fault.ts";

export interface ReadingContext {
  readonly language: SheetLanguage;
  readonly dates1904: boolean;
}

/** What a cell says, in the form of the book; or why it cannot be said, and what the book shall hold instead. */
export type CellReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: SheetFaultCode; readonly expected: string };

/** Instead of a rate: it stands in the sheet of curves. */
export const IN_CURVES = Symbol("in curves");

const read = (value: unknown): CellReading => ({ ok: true, value });
const refused = (code: SheetFaultCode, expected = ""): CellReading => ({
  ok: false,
  code,
  expected,
});

/** Whether a person would call the cell empty. */
export const isBlank = (cell: ReadCell | undefined): boolean =>
  cell === undefined || (cell.kind === "text" && cell.text.trim() === "");

/** Reads a cell with something in it. */
export function readCell(kind: CellKind, cell: ReadCell, context: ReadingContext): CellReading {
  if (cell.kind === "error") return refused("error_cell");
  const text = cell.text.trim();
  switch (kind.kind) {
    case "text":
    case "long-text":
      if (cell.date) return refused("date_not_text");
      return read(cell.kind === "boolean" ? text.toUpperCase() : text);
    case "key":
      return read(text);
    case "ref":
      return read(text);
    case "source":
      return read(asKey(text));
    case "refs":
      return read(partsOf(text));
    case "state":
      if (isElsewhere(text)) return read("");
      return read(/^[a-z]{2}$/i.test(text) ? text.toUpperCase() : text);
    case "colour":
      return read(/^#?[\da-f]{6}$/i.test(text) ? `#${text.replace("#", "").toLowerCase()}` : text);
    case "choice":
      return chosen(kind.choices, text, context);
    case "choices":
      return allChosen(kind.choices, text, context);
    case "mark":
      if (MARKS.has(folded(text))) return read(true);
      return NO_MARKS.has(folded(text)) ? read(undefined) : refused("not_a_mark");
    case "day":
      return dayIn(cell, context);
    case "rate":
      return isCurveWord(text) ? read(IN_CURVES) : decimalIn(cell);
    case "decimal":
    case "dollar-decimal":
      return decimalIn(cell);
    case "percent":
      return percentIn(cell);
    case "dollars":
      return centsIn(cell);
    case "whole":
      return wholeIn(cell);
  }
}

export const isKey = (text: string): boolean => /^[a-z][a-z0-9-]{0,39}$/.test(text);

/** `Our crew` for `our-crew`: sources have no other name. */
function asKey(text: string): string {
  if (isKey(text)) return text;
  const made = slug(text);
  return isKey(made) ? made : text;
}

const partsOf = (text: string): readonly string[] =>
  text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

const wordsOf = (choices: Choices, { language }: ReadingContext): string =>
  Object.values(choices)
    .map((word) => word[language])
    .join(", ");

function chosen(choices: Choices, text: string, context: ReadingContext): CellReading {
  const value = choiceOf(choices, text);
  return value === undefined ? refused("not_a_choice", wordsOf(choices, context)) : read(value);
}

function allChosen(choices: Choices, text: string, context: ReadingContext): CellReading {
  const values = partsOf(text).map((part) => choiceOf(choices, part));
  return values.includes(undefined)
    ? refused("not_a_choice", wordsOf(choices, context))
    : read(values);
}

function dayIn(cell: ReadCell, { dates1904 }: ReadingContext): CellReading {
  if (cell.kind === "number") {
    const day = serialToIso(cell.text, dates1904)?.slice(0, 10);
    return day === undefined ? refused("not_a_day") : read(day);
  }
  const day = /^(\d{4}-\d\d-\d\d)(?:$|[T ])/.exec(cell.text.trim())?.[1];
  return day === undefined ? refused("not_a_day") : read(day);
}

/** Decimals of a number in the book; a number that shows fewer, and has more, is rounded. */
const PLACES = 6;

const within = ({ decimal, isRounded }: NumberInCell, places: number): string =>
  isRounded ? rounded(decimal, places) : decimal;

function decimalIn(cell: ReadCell): CellReading {
  const number = numberIn(cell);
  if (number === undefined || number.hasPercent) return refused("not_a_number");
  if (number.decimal.startsWith("-")) return refused("negative");
  return read(within(number, PLACES));
}

function percentIn(cell: ReadCell): CellReading {
  const number = numberIn(cell);
  if (number === undefined || number.hasDollar) return refused("not_a_number");
  if (number.decimal.startsWith("-")) return refused("negative");
  if (number.hasPercent) return read(within(number, PLACES));
  return read(movePoint(within(number, PLACES + 2), 2));
}

function centsIn(cell: ReadCell): CellReading {
  const number = numberIn(cell);
  if (number === undefined || number.hasPercent) return refused("not_a_number");
  if (number.decimal.startsWith("-")) return refused("negative");
  const cents = movePoint(within(number, 2), 2);
  return cents.includes(".") ? refused("not_dollars") : read(Number(cents));
}

function wholeIn(cell: ReadCell): CellReading {
  const number = numberIn(cell);
  if (number === undefined || number.hasPercent || number.hasDollar) return refused("not_a_number");
  if (number.decimal.startsWith("-")) return refused("negative");
  return number.decimal.includes(".")
    ? refused("not_a_whole_number", "0-")
    : read(Number(number.decimal));
}
