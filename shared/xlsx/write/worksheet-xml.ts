import { columnLetters, LAST_ROW } from "../cell-ref.ts";
import { fitsSpreadsheet, movePoint } from "../decimal-text.ts";
import { escapeXml } from "./escape-xml.ts";
import type { CellToWrite, SheetToWrite } from "./sheet-to-write.ts";
import type { StringTable } from "./string-table.ts";
import { NOTE, PLAIN, styleOf } from "./styles-xml.ts";
import type { ValueLists } from "./value-lists.ts";
import { MAIN, XML_HEAD } from "./xml-head.ts";

/** The row of the titles: the second one if there are notes. */
export const titleRow = (sheet: SheetToWrite): number =>
  sheet.columns.some(({ note }) => note !== undefined) ? 2 : 1;

/** The titles and the cells below them, `A2:F100`: what the filter covers. */
export function tableRange(sheet: SheetToWrite, sign = ""): string {
  const title = titleRow(sheet);
  const last = columnLetters(sheet.columns.length);
  return `${sign}A${sign}${title}:${sign}${last}${sign}${title + sheet.rows.length}`;
}

/** `xl/worksheets/sheet1.xml`; its elements stand in the order that Excel insists on. */
export function worksheetXml(
  sheet: SheetToWrite,
  strings: StringTable,
  lists: ValueLists,
  first: boolean,
): string {
  const title = titleRow(sheet);
  const last = columnLetters(sheet.columns.length);
  return [
    `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="A1:${last}${title + sheet.rows.length}"/>`,
    `<sheetViews><sheetView${first ? ' tabSelected="1"' : ""} workbookViewId="0">`,
    `${paneXml(title, sheet.frozenColumns ?? 0)}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="18" customHeight="1"/>',
    columnsXml(sheet),
    `<sheetData>${rowsXml(sheet, strings)}</sheetData>`,
    sheet.protected === true ? PROTECTION : "",
    `<autoFilter ref="${tableRange(sheet)}"/>`,
    validationsXml(sheet, lists),
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>',
    `<pageSetup orientation="landscape" fitToWidth="${pagesAcross(sheet)}" fitToHeight="0"/>`,
    "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>",
    // A code such as 007 is meant to be text.
    `<ignoredErrors><ignoredError sqref="${tableRange(sheet)}" numberStoredAsText="1"/></ignoredErrors>`,
    "</worksheet>",
  ].join("");
}

/** What a landscape page holds and can still be read, in characters. */
const PAGE_WIDTH = 230;

/** How many pages side by side a sheet is printed on; the columns that stay in sight are on each. */
function pagesAcross({ columns, frozenColumns = 0 }: SheetToWrite): number {
  const widthOf = (some: SheetToWrite["columns"]): number =>
    some.reduce((sum, { width }) => sum + width, 0);
  const frozen = widthOf(columns.slice(0, frozenColumns));
  const room = Math.max(PAGE_WIDTH / 2, PAGE_WIDTH - frozen);
  return Math.max(1, Math.ceil((widthOf(columns) - frozen) / room));
}

/** Titles, and some columns, that stay where they are; the cursor stands in the first cell beyond. */
function paneXml(title: number, columns: number): string {
  const cell = `${columnLetters(columns + 1)}${title + 1}`;
  const pane = columns === 0 ? "bottomLeft" : "bottomRight";
  const across = columns === 0 ? "" : ` xSplit="${columns}"`;
  return (
    `<pane${across} ySplit="${title}" topLeftCell="${cell}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${cell}" sqref="${cell}"/>`
  );
}

/** Whatever does not change a locked cell stays allowed: 0 means "not forbidden". */
const PROTECTION =
  '<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="0" deleteRows="0" ' +
  'sort="0" autoFilter="0"/>';

function columnsXml({ columns }: SheetToWrite): string {
  const all = columns.map(({ width, format, locked }, at) => {
    // New rows take the column's format; the grey of locked cells ends with the table.
    const style = locked === true ? PLAIN : styleOf(format, "column");
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${style}" customWidth="1"/>`;
  });
  return `<cols>${all.join("")}</cols>`;
}

function rowsXml(sheet: SheetToWrite, strings: StringTable): string {
  const { columns } = sheet;
  const title = titleRow(sheet);
  const letters = columns.map((_, at) => columnLetters(at + 1));
  const styles = columns.map(({ format, locked }) =>
    styleOf(format, locked === true ? "locked" : "open"),
  );
  const cell = (value: CellToWrite | undefined, row: number, at: number, style?: number): string =>
    cellXml(`${letters[at] ?? ""}${row}`, style ?? styles[at] ?? PLAIN, value ?? null, strings);
  const ownStyle = (value: CellToWrite | undefined, at: number): number | undefined => {
    if (typeof value !== "object" || value?.format === undefined) return undefined;
    return styleOf(value.format, columns[at]?.locked === true ? "locked" : "open");
  };
  const written: string[] = [];
  if (title > 1) {
    const notes = columns.map(({ note }, at) => cell(note, 1, at, NOTE));
    const lines = columns.map(({ note = "", width }) => linesOf(note, width * 1.1 - 2));
    written.push(rowXml(1, notes, Math.max(...lines) * 12 + 8));
  }
  const titles = columns.map((column, at) =>
    cell(column.title, title, at, styleOf(column.format, "title")),
  );
  // The indent and the button of the filter take the room of four characters.
  const lines = columns.map((column) => linesOf(column.title, column.width - 4));
  written.push(rowXml(title, titles, Math.max(...lines) * 15 + 11));
  for (const [index, row] of sheet.rows.entries()) {
    const at = title + 1 + index;
    written.push(
      rowXml(
        at,
        columns.map((_, column) => cell(row[column], at, column, ownStyle(row[column], column))),
        heightOf(row, columns),
      ),
    );
  }
  return written.join("");
}

/** Of a row with texts of several lines; nothing for the others, which are as high as the sheet says. */
function heightOf(
  row: readonly CellToWrite[],
  columns: SheetToWrite["columns"],
): number | undefined {
  const lines = columns.map(({ format, width }, at) => {
    const value = row[at];
    return format === "long-text" && typeof value === "string" ? linesOf(value, width - 3) : 1;
  });
  const most = Math.max(...lines);
  return most > 1 ? most * 15 + 6 : undefined;
}

const linesOf = (text: string, width: number): number =>
  Math.max(1, Math.ceil(text.length / Math.max(1, width)));

/** In points, as Excel allows. */
const TALLEST = 409;

function rowXml(row: number, cells: readonly string[], height?: number): string {
  const tall = height === undefined ? "" : ` ht="${Math.min(height, TALLEST)}" customHeight="1"`;
  return `<row r="${row}"${tall}>${cells.join("")}</row>`;
}

function cellXml(ref: string, style: number, value: CellToWrite, strings: StringTable): string {
  const head = `<c r="${ref}" s="${style}"`;
  if (value === null || value === "") return `${head}/>`;
  if (typeof value === "boolean") return `${head} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === "string") return `${head} t="s"><v>${strings.place(value)}</v></c>`;
  const number = movePoint(value.number, 0);
  if (fitsSpreadsheet(number)) return `${head}><v>${number}</v></c>`;
  return `${head} t="s"><v>${strings.place(value.number)}</v></c>`;
}

function validationsXml(sheet: SheetToWrite, lists: ValueLists): string {
  const rules = sheet.columns.flatMap(({ allowed = [] }, at) => {
    if (allowed.length === 0) return [];
    const letter = columnLetters(at + 1);
    const range = `${letter}${titleRow(sheet) + 1}:${letter}${LAST_ROW}`;
    return [
      `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="${range}">` +
        `<formula1>${escapeXml(lists.range(allowed))}</formula1></dataValidation>`,
    ];
  });
  if (rules.length === 0) return "";
  return `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
}
