import type { ReadWorkbook } from "../../xlsx/read/read-workbook.ts";
import type { PriceBook } from "../price-book.ts";
import type { SheetLanguage } from "./column.ts";
import { concludeSheets, type ReadBookSheets } from "./conclude-sheets.ts";
import { readSheets } from "./read-sheets.ts";

/**
 * Reads a price book out of a workbook that `priceBookToSheets` made and people worked on, in Excel, LibreOffice or
 * Google Sheets: rows and columns moved, numbers as text, formulas, new rows without keys, rows taken out.
 *
 * Numbers that a cell holds finer than the book can are rounded, half up, as the cell shows them: dollars to cents,
 * others to six decimals. What is written as text is taken as it is written, or refused.
 *
 * @param base whose id, version, name and mark as an example the book gets, and whose spelling where both mean the
 * same: `1.80` is 1.8 in a spreadsheet.
 * @param language of what faults quote from the sheets' words.
 * @returns the book, which can be priced with; or what is wrong with the sheets, fifty faults at the most, in their
 * order.
 */
export const workbookToPriceBook = (
  workbook: ReadWorkbook,
  base: PriceBook,
  language: SheetLanguage,
): ReadBookSheets => concludeSheets(readSheets(workbook, base, language));
