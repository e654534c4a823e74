import { columnLetters } from "../cell-ref.ts";
import { escapeXml } from "./escape-xml.ts";
import type { SheetToWrite } from "./sheet-to-write.ts";
import { tableRange, titleRow } from "./worksheet-xml.ts";
import { MAIN, OFFICE, PACKAGE, XML_HEAD } from "./xml-head.ts";

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const XML = "application/vnd.openxmlformats";

const numbers = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => at + 1);

/** `[Content_Types].xml`. */
export function contentTypesXml(sheetCount: number): string {
  const parts: (readonly [string, string])[] = [
    ["/xl/workbook.xml", `${SPREADSHEET}.sheet.main+xml`],
    ...numbers(sheetCount).map(
      (at) => [`/xl/worksheets/sheet${at}.xml`, `${SPREADSHEET}.worksheet+xml`] as const,
    ),
    ["/xl/styles.xml", `${SPREADSHEET}.styles+xml`],
    ["/xl/sharedStrings.xml", `${SPREADSHEET}.sharedStrings+xml`],
    ["/docProps/core.xml", `${XML}-package.core-properties+xml`],
    ["/docProps/app.xml", `${XML}-officedocument.extended-properties+xml`],
  ];
  const overrides = parts.map(
    ([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`,
  );
  return (
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="${XML}-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`
  );
}

function relationshipsXml(links: readonly (readonly [type: string, target: string])[]): string {
  const all = links.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`;
}

/** `_rels/.rels`. */
export const ROOT_RELATIONSHIPS_XML = relationshipsXml([
  [`${OFFICE}/officeDocument`, "xl/workbook.xml"],
  [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
  [`${OFFICE}/extended-properties`, "docProps/app.xml"],
]);

/** `xl/_rels/workbook.xml.rels`; the sheets come first, so that sheet 1 is rId1. */
export const workbookRelationshipsXml = (sheetCount: number): string =>
  relationshipsXml([
    ...numbers(sheetCount).map(
      (at) => [`${OFFICE}/worksheet`, `worksheets/sheet${at}.xml`] as const,
    ),
    [`${OFFICE}/styles`, "styles.xml"],
    [`${OFFICE}/sharedStrings`, "sharedStrings.xml"],
  ]);

/** `xl/workbook.xml`; `hidden` is the name of one more sheet, after the others. */
export function workbookXml(sheets: readonly SheetToWrite[], hidden: string | undefined): string {
  const entry = (name: string, at: number, more = ""): string =>
    `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${more} r:id="rId${at + 1}"/>`;
  const entries = sheets.map(({ name }, at) => entry(name, at));
  if (hidden !== undefined) entries.push(entry(hidden, sheets.length, ' state="hidden"'));
  const names = sheets.flatMap((sheet, at) => {
    const quoted = escapeXml(`'${sheet.name.replaceAll("'", "''")}'`);
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${quoted}!${tableRange(sheet, "$")}</definedName>`,
      // The titles are printed on every page, and the columns that stay in sight.
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${printedColumns(quoted, sheet)}${quoted}!$1:$${titleRow(sheet)}</definedName>`,
    ];
  });
  return (
    `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">` +
    `<bookViews><workbookView activeTab="0"/></bookViews><sheets>${entries.join("")}</sheets>` +
    `<definedNames>${names.join("")}</definedNames></workbook>`
  );
}

function printedColumns(quoted: string, { frozenColumns = 0 }: SheetToWrite): string {
  return frozenColumns === 0 ? "" : `${quoted}!$A:$${columnLetters(frozenColumns)},`;
}

/** `docProps/core.xml`: a time that never changes, so that the same workbook has the same bytes. */
export const CORE_XML =
  `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" ` +
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>Paintbox</dc:creator>' +
  '<dcterms:created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:created>' +
  '<dcterms:modified xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>';

/** `docProps/app.xml`. */
export const APP_XML =
  `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
  "<Application>Paintbox</Application></Properties>";
