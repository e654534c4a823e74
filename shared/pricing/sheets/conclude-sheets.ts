import { parseRef } from "../../xlsx/cell-ref.ts";
import { checkPriceBook, readPriceBook } from "../check-price-book.ts";
import type { PriceBook } from "../price-book.ts";
import type { ExportedFrom, SheetsRead } from "./read-sheets.ts";
import {
  MAX_SHEET_FAULTS,
  type SheetFault,
  type SheetPlace,
  type SheetWarning,
} from "./sheet-fault.ts";

export type ReadBookSheets =
  | {
      readonly ok: true;
      readonly book: PriceBook;
      readonly from: ExportedFrom;
      readonly warnings: readonly SheetWarning[];
    }
  | { readonly ok: false; readonly faults: readonly SheetFault[] };

/** The price book that sheets say, or what is wrong with them: fifty faults at the most, in the order of the sheets. */
export function concludeSheets(read: SheetsRead | readonly SheetFault[]): ReadBookSheets {
  if (!("document" in read)) return { ok: false, faults: read };
  const { document, faults, from, warnings, order } = read;
  const book = faults.all.length === 0 ? readPriceBook(document) : undefined;
  if (book?.ok === true) return { ok: true, book: book.value, from, warnings };
  sayOfBook(read);
  return { ok: false, faults: inOrder(faults.all, order).slice(0, MAX_SHEET_FAULTS) };
}

/** Says what is wrong with the book itself, of cells that have not been spoken of yet. */
function sayOfBook({ under, document, somewhere, faults }: SheetsRead): void {
  const said = new Set(faults.all.map(({ sheet, cell }) => `${sheet}!${cell}`));
  for (const { code, path, found, expected } of checkPriceBook(document)) {
    const place = under.placeOf(path) ?? somewhere;
    if (said.has(`${place.sheet}!${place.cell}`)) continue;
    said.add(`${place.sheet}!${place.cell}`);
    const shown = place.isList || place.shown === "" ? foundIn(found) : place.shown;
    faults.say(place, code, inCells(place, expected), shown);
  }
}

/** A value that stands for nothing in a sheet says nothing to a reader. */
const foundIn = (found: string): string => (/^[[{]…[\]}]$|^null$/.test(found) ? "" : found);

/** A limit in the terms of the cell: percent where it shows percent, dollars where the book has cents. */
function inCells({ shown }: SheetPlace, expected: string): string {
  if (!/^\d+$/.test(expected)) return expected;
  if (shown.endsWith(" %")) return `${expected} %`;
  return shown.startsWith("$") ? `$${Number(expected) / 100}` : expected;
}

function inOrder(faults: readonly SheetFault[], names: readonly string[]): readonly SheetFault[] {
  const order = ({ sheet, cell }: SheetFault): number => {
    const { row = 0, column = 0 } = parseRef(cell) ?? {};
    return (names.indexOf(sheet) * 2_000_000 + row) * 20_000 + column;
  };
  return faults.toSorted((one, other) => order(one) - order(other));
}
