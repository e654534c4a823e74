import type { SheetLanguage } from "../../../../shared/pricing/sheets/column.ts";
import {
  type BookToExport,
  priceBookToSheets,
} from "../../../../shared/pricing/sheets/write-sheets.ts";
import { writeWorkbook } from "../../../../shared/xlsx/write/write-workbook.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A price book as the file that leaves the tablet. */
export const makeWorkbook = (exported: BookToExport, language: SheetLanguage, name: string): File =>
  new File([writeWorkbook(priceBookToSheets(exported, language))], name, { type: XLSX });
