import { movePoint } from "../../xlsx/decimal-text.ts";
import type { ReadCell } from "../../xlsx/read/read-sheet.ts";
import { freeId, slug } from "../edit/book-sections.ts";
import { printFound } from "../price-book-fault.ts";
import type { CellKind, Column, Table } from "./column.ts";
import { IN_CURVES, readCell, type ReadingContext } from "./read-cell.ts";
import type { Grid, GridRow } from "./read-grid.ts";
import type { SheetFaults, SheetPlace } from "./sheet-fault.ts";

/** A row of a sheet in the form of the book. */
export interface ReadRow {
  /** By the columns' paths; what is empty and may be missing is left out. */
  readonly values: ReadonlyMap<string, unknown>;
  /** Where each of the columns stands in this row, also where nothing is. */
  readonly places: ReadonlyMap<string, SheetPlace>;
  /** The row's first cell. */
  readonly head: SheetPlace;
}

/** A cell as the spreadsheet shows it. */
export function shownCell(cell: ReadCell | undefined, { kind }: CellKind): string {
  if (cell === undefined) return "";
  if (cell.kind === "number" && kind === "percent") return `${movePoint(cell.text, 2)} %`;
  const isDollars = kind === "dollars" || kind === "dollar-decimal";
  return printFound(cell.kind === "number" && isDollars ? `$${cell.text}` : cell.text);
}

/** Reads the rows of a table; what a cell cannot mean is said, and stands in the row as it is. */
export function readRows(
  table: Table,
  grid: Grid,
  context: ReadingContext,
  faults: SheetFaults,
): readonly ReadRow[] {
  const count = grid.rows.length;
  if (count > table.most) faults.say(grid.head, "too_many", String(table.most), String(count));
  const rows = grid.rows
    .slice(0, table.most + 1)
    .map((row) => readRow(table, grid, row, context, faults));
  giveKeys(table, rows, faults);
  return rows;
}

interface RowUnderway {
  readonly values: Map<string, unknown>;
  readonly places: ReadonlyMap<string, SheetPlace>;
  readonly head: SheetPlace;
}

function readRow(
  { columns }: Table,
  grid: Grid,
  row: GridRow,
  context: ReadingContext,
  faults: SheetFaults,
): RowUnderway {
  const places = new Map<string, SheetPlace>();
  const values = new Map<string, unknown>();
  const broken = new Set<string>();
  for (const { at, cell: kind } of columns) {
    const cell = row.cells.get(at);
    const isList = kind.kind === "refs" || kind.kind === "choices";
    const place = { ...grid.placeOf(at, row.number), shown: shownCell(cell, kind), isList };
    places.set(at, place);
    if (cell === undefined) continue;
    const reading = readCell(kind, cell, context);
    if (reading.ok) values.set(at, reading.value);
    else {
      faults.say(place, reading.code, reading.expected);
      broken.add(at);
      values.set(at, cell.text);
    }
  }
  const head = places.values().next().value ?? grid.head;
  const read = { values, places, head };
  for (const column of columns) settle(column, read, broken, faults);
  const marks = columns.flatMap(({ at, cell }) =>
    cell.kind === "mark" ? [{ at, member: cell.member }] : [],
  );
  if (marks.length > 0) settleMarks(marks, values);
  settleSources(columns, values);
  return read;
}

/** What an empty cell means, and what stands in a column that this row has no use for. */
function settle(
  { at, cell, when, empty }: Column,
  { values, places, head }: RowUnderway,
  broken: ReadonlySet<string>,
  faults: SheetFaults,
): void {
  const choice = when === undefined ? undefined : values.get(when.at);
  const isUnknown = when !== undefined && (broken.has(when.at) || choice === undefined);
  if (when !== undefined && !isUnknown && !when.is.includes(String(choice))) {
    if (values.has(at)) {
      faults.say(places.get(at) ?? head, "not_here", places.get(when.at)?.shown ?? "");
    }
    values.delete(at);
    return;
  }
  if (values.has(at) || isUnknown) return;
  if (empty === "null") values.set(at, null);
  else if (cell.kind === "text" || cell.kind === "long-text") values.set(at, "");
  else if (cell.kind === "refs" || cell.kind === "choices") values.set(at, []);
}

function settleMarks(
  marks: readonly { readonly at: string; readonly member: string }[],
  values: Map<string, unknown>,
): void {
  const list: string[] = [];
  for (const { at, member } of marks) {
    if (values.get(at) === true) list.push(member);
    values.delete(at);
  }
  const [first] = marks;
  if (first !== undefined) values.set(first.at.slice(0, first.at.lastIndexOf(".")), list);
}

/** A source without a number says nothing; a number without one has the source before it in the row. */
function settleSources(columns: readonly Column[], values: Map<string, unknown>): void {
  let before: unknown;
  for (const { at, cell } of columns) {
    if (cell.kind !== "source") continue;
    const number = at.slice(0, at.lastIndexOf("."));
    const rate = values.get(number);
    const isThere =
      cell.isAlways ||
      values.has(`${number}.value`) ||
      values.has(`${number}.cents`) ||
      rate !== undefined;
    if (!isThere) values.delete(at);
    else if (values.has(at)) before = values.get(at);
    else if (before !== undefined) values.set(at, before);
  }
}

/** New rows get a key of their own, made of the name. */
function giveKeys(table: Table, rows: readonly RowUnderway[], faults: SheetFaults): void {
  const column = table.columns.find(({ cell }) => cell.kind === "key");
  if (column === undefined) return;
  const { at, when } = column;
  const groupOf = ({ values }: RowUnderway): unknown =>
    table.groupedBy === undefined ? "" : values.get(table.groupedBy);
  const taken = new Map<unknown, Set<string>>();
  const takenIn = (row: RowUnderway): Set<string> => {
    const group = groupOf(row);
    const known = taken.get(group) ?? new Set<string>();
    taken.set(group, known);
    return known;
  };
  for (const row of rows) {
    const key = row.values.get(at);
    if (typeof key === "string") takenIn(row).add(key);
  }
  for (const row of rows) {
    if (row.values.has(at)) continue;
    if (when !== undefined && !when.is.includes(String(row.values.get(when.at)))) continue;
    const made = keyOf(row.values);
    if (made === "") {
      faults.say(row.places.get(at) ?? row.head, "name_missing");
      continue;
    }
    const key = freeId(made, takenIn(row));
    takenIn(row).add(key);
    row.values.set(at, key);
  }
}

const LONGEST_KEY = 40;

function keyOf(values: ReadonlyMap<string, unknown>): string {
  const name = ["label.en", "label.es", "@text"]
    .map((at) => values.get(at))
    .find((text) => typeof text === "string" && slug(text) !== "");
  if (typeof name !== "string") return "";
  const made = slug(name);
  return /^[a-z]/.test(made) ? made : `n-${made}`.slice(0, LONGEST_KEY).replace(/-$/, "");
}

/** Whether a rate of the row stands in the sheet of curves. */
export const isInCurves = (value: unknown): boolean => value === IN_CURVES;
