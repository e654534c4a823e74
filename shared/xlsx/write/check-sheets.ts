import { LAST_COLUMN, LAST_ROW } from "../cell-ref.ts";
import type { SheetToWrite } from "./sheet-to-write.ts";

/** Excel's longest text in a cell, in UTF-16 units; it "repairs" a file with a longer one by cutting it. */
const LONGEST_TEXT = 32_767;
const WIDEST = 255;
const TITLE_ROWS = 2;

/** @throws RangeError when Excel would offer to repair what comes of these sheets. */
export function checkSheets(sheets: readonly SheetToWrite[]): void {
  if (sheets.length === 0) throw new RangeError("a workbook has at least one sheet");
  const names = new Set<string>();
  for (const sheet of sheets) {
    const folded = sheet.name.toLowerCase();
    if (!isSheetName(sheet.name) || names.has(folded)) {
      throw new RangeError(`not a name for a sheet: ${sheet.name}`);
    }
    names.add(folded);
    checkSize(sheet);
    checkTexts(sheet);
  }
}

function isSheetName(name: string): boolean {
  return (
    name.length <= 31 &&
    /^[^'[\]:*?/\\\p{Cc}\p{Cs}\uFFFE\uFFFF]+(?:'+[^'[\]:*?/\\\p{Cc}\p{Cs}\uFFFE\uFFFF]+)*$/u.test(
      name,
    ) &&
    // Excel keeps this one for itself.
    name.toLowerCase() !== "history"
  );
}

function checkSize({ name, columns, rows }: SheetToWrite): void {
  if (!columns.every(({ width }) => width > 0 && width <= WIDEST)) {
    throw new RangeError(`a column of ${name} is too narrow or too wide`);
  }
  const tooMany = columns.length > LAST_COLUMN || rows.length > LAST_ROW - TITLE_ROWS;
  if (columns.length === 0 || tooMany || rows.some((row) => row.length > columns.length)) {
    throw new RangeError(`the cells of ${name} do not fit its columns or a sheet`);
  }
}

function checkTexts({ name, columns, rows }: SheetToWrite): void {
  const fits = (text: unknown): boolean => typeof text !== "string" || text.length <= LONGEST_TEXT;
  const around = columns.flatMap(({ title, note, allowed = [] }) => [title, note, ...allowed]);
  if (!around.every(fits) || !rows.every((row) => row.every(fits))) {
    throw new RangeError(`a text in ${name} is longer than a cell`);
  }
}
