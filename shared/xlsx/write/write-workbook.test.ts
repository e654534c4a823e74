import { strFromU8, unzipSync } from "fflate";
import { afterEach, expect, test } from "vitest";
import { readWorkbook } from "../read/read-workbook.ts";
import { XmlScanner } from "../read/xml-scanner.ts";
import type { ColumnFormat, SheetToWrite } from "./sheet-to-write.ts";
import { writeWorkbook } from "./write-workbook.ts";

const UNITS = ["sq ft", "lin ft", "each, or pair"];
const SHEET: SheetToWrite = {
  name: "Substrates",
  columns: [
    { title: "Key", width: 14, format: "text", locked: true, note: "Leave as it is." },
    { title: "Unit", width: 12, format: "text", allowed: UNITS },
    { title: "Price", width: 12, format: "dollars" },
  ],
  rows: [
    ["wall", "sq ft", { number: "12.50" }],
    ["door", "each, or pair", null],
  ],
  protected: true,
};

const partsOf = (book: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(book)).map(([name, bytes]) => [name, strFromU8(bytes)]));
const sheetXml = (sheet: SheetToWrite): string =>
  partsOf(writeWorkbook([sheet])).get("xl/worksheets/sheet1.xml") ?? "";

const zone = process.env["TZ"];
afterEach(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

test("the same sheets are the same bytes, in every time zone", () => {
  const books = ["UTC", "America/Los_Angeles", "Pacific/Kiritimati"].map((name) => {
    process.env["TZ"] = name;
    return writeWorkbook([SHEET]);
  });
  expect(books[1]).toEqual(books[0]);
  expect(books[2]).toEqual(books[0]);
});

test("every part is well-formed, has a type, and is what a relationship points to", () => {
  const parts = partsOf(writeWorkbook([SHEET, { ...SHEET, name: "Products" }]));
  const types = parts.get("[Content_Types].xml") ?? "";
  const links = [...parts].filter(([name]) => name.endsWith(".rels")).map(([, xml]) => xml);
  for (const [name, xml] of parts) {
    const scanner = new XmlScanner(xml, name);
    scanner.root();
    scanner.text();
    if (name.endsWith(".rels") || name.startsWith("[")) continue;
    expect(types).toContain(`PartName="/${name}"`);
    expect(links.join("")).toContain(`Target="${name.replace(/^xl\/(?!workbook)/, "")}"`);
  }
});

test("elements stand in the order that Excel insists on", () => {
  const names: string[] = [];
  const scanner = new XmlScanner(sheetXml(SHEET), "");
  scanner.root();
  for (const name of scanner.children()) names.push(name);
  // ECMA-376, CT_Worksheet.
  expect(names).toEqual([
    "sheetPr",
    "dimension",
    "sheetViews",
    "sheetFormatPr",
    "cols",
    "sheetData",
    "sheetProtection",
    "autoFilter",
    "dataValidations",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "ignoredErrors",
  ]);
});

test("notes stand above the titles; the filter and the frozen part end with the titles", () => {
  const xml = sheetXml(SHEET);
  expect(xml).toContain('<autoFilter ref="A2:C4"/>');
  expect(xml).toContain('<pane ySplit="2" topLeftCell="A3"');
  const plain = sheetXml({ ...SHEET, columns: SHEET.columns.slice(1), rows: [] });
  expect(plain).toContain('<autoFilter ref="A1:B1"/>');
  expect(plain).toContain('<pane ySplit="1" topLeftCell="A2"');
});

test("allowed values stand once on a hidden sheet, under a name that nobody else has", () => {
  const other = { ...SHEET, name: "lists" };
  const book = writeWorkbook([SHEET, other]);
  const result = readWorkbook(book);
  const hidden = result.ok ? result.value.sheets.get("Lists 2") : undefined;
  expect(hidden?.hidden).toBe(true);
  expect(hidden?.cells.map(({ ref, text }) => [ref, text])).toEqual([
    ["A1", "sq ft"],
    ["A2", "lin ft"],
    ["A3", "each, or pair"],
  ]);
  expect(partsOf(book).get("xl/worksheets/sheet2.xml")).toContain(
    "sqref=\"B3:B1048576\"><formula1>'Lists 2'!$A$1:$A$3</formula1>",
  );
});

test("columns stay in sight with the titles, and are printed on every page", () => {
  const book = writeWorkbook([{ ...SHEET, frozenColumns: 2 }]);
  expect(partsOf(book).get("xl/worksheets/sheet1.xml")).toContain(
    '<pane xSplit="2" ySplit="2" topLeftCell="C3" activePane="bottomRight" state="frozen"/>',
  );
  expect(partsOf(book).get("xl/workbook.xml")).toMatch(
    /Print_Titles"[^>]*>'[^']+'!\$A:\$B,'[^']+'!\$1:\$2</,
  );
});

test("a number may show otherwise than its column", () => {
  const styleIn = (format?: ColumnFormat): string | undefined =>
    /<c r="A2" s="(\d+)"/.exec(
      sheetXml({
        name: "S",
        columns: [{ title: "T", width: 9, format: "decimal" }],
        rows: [[{ number: "0.2", format }]],
      }),
    )?.[1];
  expect(styleIn("percent")).not.toBe(styleIn());
  expect(styleIn("decimal")).toBe(styleIn());
});

test("a row is as high as its longest text has lines", () => {
  const xml = sheetXml({
    name: "S",
    columns: [{ title: "T", width: 23, format: "long-text" }],
    rows: [["x".repeat(41)], ["x"]],
  });
  expect(xml).toContain('<row r="2" ht="51" customHeight="1">');
  expect(xml).toContain('<row r="3">');
});

test("a text is a string, whatever it begins with", () => {
  const rows = ["=1+1", "+1", "-1", "@a", "007", "TRUE"].map((text) => [text]);
  const xml = sheetXml({ ...SHEET, columns: SHEET.columns.slice(0, 1), rows });
  expect(xml).not.toContain("<f>");
  expect(xml.match(/<c [^>]*t="s"/g)).toHaveLength(rows.length + 2);
});

test.each([
  ["no sheet", []],
  ["a name with a slash", [{ ...SHEET, name: "a/b" }]],
  ["no name", [{ ...SHEET, name: "" }]],
  ["a name of 32 characters", [{ ...SHEET, name: "x".repeat(32) }]],
  ["a name in apostrophes", [{ ...SHEET, name: "'x'" }]],
  ["a name twice", [SHEET, { ...SHEET, name: "SUBSTRATES" }]],
  ["no column", [{ ...SHEET, columns: [], rows: [] }]],
  ["a column of no width", [{ ...SHEET, columns: [{ title: "", width: 0, format: "text" }] }]],
  ["a row too long", [{ ...SHEET, rows: [["a", "b", null, "d"]] }]],
  ["a text too long", [{ ...SHEET, rows: [["x".repeat(32_768)]] }]],
  ["a number that is none", [{ ...SHEET, rows: [[{ number: "1e3" }]] }]],
] satisfies [string, SheetToWrite[]][])("%s is a bug of the caller", (_, sheets) => {
  expect(() => writeWorkbook(sheets)).toThrow(RangeError);
});
