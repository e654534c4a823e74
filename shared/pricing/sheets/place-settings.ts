import { folded } from "./choices.ts";
import type { BookUnderway } from "./book-underway.ts";
import { readCell, type ReadingContext } from "./read-cell.ts";
import type { Grid, GridRow } from "./read-grid.ts";
import { shownCell } from "./read-rows.ts";
import { type Setting, settings, sourceAt } from "./settings.ts";
import type { SheetFaults, SheetPlace } from "./sheet-fault.ts";

/** The single numbers and choices of the book, a row each. */
export function placeSettings(
  under: BookUnderway,
  grid: Grid,
  context: ReadingContext,
  faults: SheetFaults,
): void {
  const rows = new Map<string, GridRow>();
  for (const row of grid.rows) {
    const cell = row.cells.get("key");
    if (cell === undefined) continue;
    const key = folded(cell.text);
    const place = { ...grid.placeOf("key", row.number), shown: cell.text, isList: false };
    if (!settings.some((setting) => setting.key === key)) faults.say(place, "not_here");
    else if (rows.has(key)) faults.say(place, "row_twice");
    else rows.set(key, row);
  }
  for (const setting of settings) {
    const row = rows.get(setting.key);
    if (row === undefined) {
      faults.say(
        grid.head,
        "row_missing",
        "",
        `${setting.key} (${setting.name[context.language]})`,
      );
    } else placeSetting(under, grid, setting, row, context, faults);
  }
}

function placeSetting(
  under: BookUnderway,
  grid: Grid,
  { at, cell: kind, isOptional = false }: Setting,
  row: GridRow,
  context: ReadingContext,
  faults: SheetFaults,
): void {
  const cell = row.cells.get("value");
  const placeOf = (column: string, shown: string): SheetPlace => ({
    ...grid.placeOf(column, row.number),
    shown,
    isList: false,
  });
  const place = placeOf("value", shownCell(cell, kind));
  under.mark(at, place);
  const source = sourceAt(at);
  const sourceCell = row.cells.get("source");
  if (source !== null) under.mark(source, placeOf("source", sourceCell?.text ?? ""));
  if (cell === undefined) return;
  // What may be missing stands as null until something is there.
  const outer = at.split(".")[0] ?? at;
  if (isOptional && under.at(outer) === null) under.set(outer, {});
  const reading = readCell(kind, cell, context);
  if (!reading.ok) faults.say(place, reading.code, reading.expected);
  under.set(at, reading.ok ? reading.value : cell.text);
  if (source === null || sourceCell === undefined) return;
  const named = readCell({ kind: "source", isAlways: false }, sourceCell, context);
  under.set(source, named.ok ? named.value : sourceCell.text);
}
