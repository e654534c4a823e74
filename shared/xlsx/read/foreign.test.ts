import { expect, test } from "vitest";
import { packageOf, relationships, zipOf } from "../testing/package-of.ts";
import { isDateFormat } from "./date-styles.ts";
import type { ReadCell } from "./read-sheet.ts";
import { readWorkbook, type ReadWorkbook } from "./read-workbook.ts";

function opened(parts: Readonly<Record<string, string | Uint8Array>>): ReadWorkbook {
  const result = readWorkbook(zipOf(parts));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const cellsOf = (
  rows: string,
  more?: Readonly<Record<string, string>>,
): readonly ReadCell[] | undefined => opened(packageOf(rows, more)).sheets.get("S")?.cells;

const short = (cells: readonly ReadCell[] | undefined): readonly string[] | undefined =>
  cells?.map((cell) =>
    [cell.ref, cell.kind, cell.text, cell.formula ? "formula" : "", cell.date ? "date" : ""]
      .filter((word) => word !== "")
      .join(" "),
  );

test("cells of every type, inline and shared, by Excel, LibreOffice and Sheets", () => {
  const cells = cellsOf(
    `<row r="1" spans="1:3"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t>in</t></is></c>` +
      `<c r="C1"><v>0.10000000000000001</v></c><c r="D1" t="n"><v> 1.5E2 </v></c><c r="E1" t="b"><v>1</v></c>` +
      `<c r="F1" t="e"><v>#REF!</v></c><c r="G1" s="3"/><c r="H1" t="str"><v>s_x0041_</v></c>` +
      `<c r="I1" t="d"><v>2026-11-20</v></c></row>`,
    {
      "xl/sharedStrings.xml":
        `<sst><si><t>zero</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">rich </t></r>` +
        `<r><t>te&#xE9;&amp;</t></r><rPh sb="0" eb="1"><t>PHONETIC</t></rPh><phoneticPr fontId="1"/></si></sst>`,
    },
  );
  expect(short(cells)).toEqual([
    "A1 text rich teé&",
    "B1 text in",
    "C1 number 0.1",
    "D1 number 150",
    "E1 boolean true",
    "F1 error #REF!",
    "H1 text sA",
    "I1 text 2026-11-20",
  ]);
});

test("formulas give their last result and say so; one never worked out is an error", () => {
  const cells = cellsOf(
    `<row r="1"><c r="A1"><f>B1*2</f><v>3</v></c><c r="B1" t="str"><f t="shared" si="0"/><v>x</v></c>` +
      `<c r="C1"><f>1+1</f></c><c r="D1"><f>1+1</f><v/></c><c r="E1" t="str"><f>""</f><v></v></c>` +
      `<c r="F1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="G1" t="str"><f>A1</f></c>` +
      `<c r="H1" t="b"><f aca="false">TRUE()</f><v>1</v></c></row>`,
  );
  expect(short(cells)).toEqual([
    "A1 number 3 formula",
    "B1 text x formula",
    "C1 error formula",
    "D1 error formula",
    "E1 text formula",
    "F1 error #DIV/0! formula",
    "G1 error formula",
    "H1 boolean true",
  ]);
});

test("prefixes, an absolute target, other folders, comments, CDATA and a byte order mark", () => {
  const book = opened({
    "_rels/.rels": relationships([["officeDocument", "/Book/Workbook.xml"]]),
    "book/workbook.xml":
      `\uFEFF<?xml version="1.0"?><!-- > --><x:workbook xmlns:x="urn:m" xmlns:rel="urn:r"><x:workbookPr date1904='1'/>` +
      `<x:sheets><x:sheet sheetId="9" rel:id="r0" name="Uno &gt; dos" state="veryHidden"/></x:sheets></x:workbook>`,
    "book/_rels/workbook.xml.rels": relationships([["worksheet", "../sheets/./one.xml"]]),
    "sheets/one.xml":
      `<x:worksheet xmlns:x="urn:m"><x:sheetPr codeName="a>b"/><x:sheetData><x:row><x:c t="inlineStr"><x:is>` +
      `<x:t>a\r\nb<![CDATA[<&]]></x:t></x:is></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row r="5"><x:c><x:v>3</x:v></x:c>` +
      `</x:row></x:sheetData><x:mergeCells count="1"><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet >`,
  });
  const sheet = book.sheets.get("Uno > dos");
  expect(book.dates1904).toBe(true);
  expect(sheet?.hidden).toBe(true);
  expect(sheet?.merged).toEqual(["A1:B1"]);
  expect(short(sheet?.cells)).toEqual(["A1 text a\nb<&", "B1 number 2", "A5 number 3"]);
});

test("a sheet that is a chart is left out", () => {
  const book = opened(
    packageOf("", {
      "xl/_rels/workbook.xml.rels": relationships([["chartsheet", "chartsheets/sheet1.xml"]]),
    }),
  );
  expect([...book.sheets.keys()]).toEqual([]);
});

test("numbers whose style is a date are marked", () => {
  const cells = cellsOf(
    `<row r="1"><c r="A1" s="0"><v>1</v></c><c r="B1" s="1"><v>45000</v></c><c r="C1" s="2"><v>45000.5</v></c>` +
      `<c r="D1" s="3"><v>9</v></c><c r="E1" s="99"><v>9</v></c><c r="F1" s="1" t="b"><v>0</v></c></row>`,
    {
      "xl/styles.xml":
        `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>` +
        `<numFmt numFmtId="165" formatCode="&quot;days&quot; 0"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
        `<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    },
  );
  expect(short(cells)).toEqual([
    "A1 number 1",
    "B1 number 45000 date",
    "C1 number 45000.5 date",
    "D1 number 9",
    "E1 number 9",
    "F1 boolean false",
  ]);
});

test.each([
  ["m/d/yyyy", true],
  ["[$-409]d\\ mmm;@", true],
  ["[h]:mm:ss", true],
  ["[Red]0.00", false],
  ["General", false],
  ['"$"#,##0.00', false],
  ["0.00E+00", false],
  ["_-* #,##0.00_-", false],
  ['0 "dozen', false],
  ["[", false],
])("the format %s is a date: %s", (code, date) => {
  expect(isDateFormat(code)).toBe(date);
});
