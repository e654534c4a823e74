import { strToU8, zipSync } from "fflate";
import { checkSheets } from "./check-sheets.ts";
import {
  APP_XML,
  contentTypesXml,
  CORE_XML,
  ROOT_RELATIONSHIPS_XML,
  workbookRelationshipsXml,
  workbookXml,
} from "./package-xml.ts";
import type { SheetToWrite } from "./sheet-to-write.ts";
import { StringTable } from "./string-table.ts";
import { STYLES_XML } from "./styles-xml.ts";
import { ValueLists } from "./value-lists.ts";
import { worksheetXml } from "./worksheet-xml.ts";

/**
 * Writes tables as an Office Open XML workbook (.xlsx) that Excel, LibreOffice and Google Sheets open: titles bold,
 * filtered and frozen, one sheet a table. The same sheets give the same bytes, on every machine and at any time.
 * A text is never a formula, whatever it begins with. An empty text is an empty cell.
 *
 * @throws RangeError on what Excel would have to repair, and on a number that is not decimal text: bugs. These are a
 * sheet's name (see `SheetToWrite`), no sheet or no column, rows longer than the columns, over 1,048,574 rows or
 * 16,384 columns, a text of more than 32,767 characters.
 */
export function writeWorkbook(sheets: readonly SheetToWrite[]): Uint8Array<ArrayBuffer> {
  checkSheets(sheets);
  const strings = new StringTable();
  const lists = new ValueLists(sheets.map(({ name }) => name));
  const worksheets = sheets.map((sheet, at) => worksheetXml(sheet, strings, lists, at === 0));
  if (!lists.isEmpty) worksheets.push(lists.toXml(strings));
  const parts: (readonly [string, string])[] = [
    ["[Content_Types].xml", contentTypesXml(worksheets.length)],
    ["_rels/.rels", ROOT_RELATIONSHIPS_XML],
    ["xl/workbook.xml", workbookXml(sheets, lists.isEmpty ? undefined : lists.sheetName)],
    ["xl/_rels/workbook.xml.rels", workbookRelationshipsXml(worksheets.length)],
    ...worksheets.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml] as const),
    ["xl/styles.xml", STYLES_XML],
    ["xl/sharedStrings.xml", strings.toXml()],
    ["docProps/core.xml", CORE_XML],
    ["docProps/app.xml", APP_XML],
  ];
  const files = Object.fromEntries(parts.map(([name, xml]) => [name, strToU8(xml)]));
  // `mem` sizes a table that is otherwise sized by a logarithm, whose last bit engines may differ about.
  // A zip holds the hour on the wall: the same numbers in every time zone only if asked for as such.
  return zipSync(files, { level: 6, mem: 4, mtime: new Date(2000, 0, 1, 12) });
}
