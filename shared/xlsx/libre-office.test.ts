import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readWorkbook, type ReadWorkbook } from "./read/read-workbook.ts";
import { packageOf, zipOf } from "./testing/package-of.ts";
import type { SheetToWrite } from "./write/sheet-to-write.ts";
import { writeWorkbook } from "./write/write-workbook.ts";

/**
 * Our workbook through a spreadsheet program and back. `.ci/run` installs LibreOffice, so a CI without it fails
 * instead of passing over this; on a desk without it the tests are skipped, say so and are counted as skipped.
 */
const office = [
  ...(process.env["PATH"] ?? "")
    .split(delimiter)
    .flatMap((folder) => [join(folder, "soffice"), join(folder, "libreoffice")]),
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
].find((path) => existsSync(path));
const mayBeMissing = (process.env["CI"] ?? "") === "";
const skipped = office === undefined && mayBeMissing;
if (skipped) {
  process.stderr.write("shared/xlsx: LibreOffice (soffice) was not found: 5 tests are skipped.\n");
}

const SHEET: SheetToWrite = {
  name: "Substrates & más",
  columns: [
    { title: "Key", width: 14, format: "text", locked: true, note: "Leave as it is." },
    { title: "Substrato, cuántos", width: 24, format: "text" },
    { title: "Unit", width: 12, format: "text", allowed: ["sq ft", "each, or pair"] },
    { title: "Rate", width: 12, format: "decimal" },
    { title: "Price", width: 12, format: "dollars" },
    { title: "Waste", width: 12, format: "percent" },
    { title: "Offered", width: 12, format: "boolean" },
  ],
  rows: [
    [
      "=1+1",
      "Puerta de garaje, ñandú",
      "sq ft",
      { number: "0.1" },
      { number: "1234.5" },
      null,
      true,
    ],
    [
      "+1",
      "  two before, two after  ",
      "",
      { number: "-0.000125" },
      { number: "-12.05" },
      null,
      false,
    ],
    [
      "-1",
      'a "quoted" & <tagged>',
      "",
      { number: "123456789012345" },
      null,
      { number: "0.125" },
      null,
    ],
    [
      "@a",
      "two\nlines\tand a tab",
      "each, or pair",
      { number: "350" },
      { number: "0" },
      null,
      null,
    ],
    ["007", "brush \u{1F58C}\uFE0F 漆", "", null, null, { number: "1" }, true],
    ["TRUE", "_x0041_ &amp; ]]>", "", { number: "99999.99" }, { number: "0.05" }, null, null],
  ],
};

const STYLES =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>';

let folder = "";
let back: ReadWorkbook | undefined;
let backBytes = new Uint8Array();
let csv = "";
let formulas: ReadWorkbook | undefined;

const opened = (bytes: Uint8Array): ReadWorkbook | undefined => {
  const result = readWorkbook(bytes);
  return result.ok ? result.value : undefined;
};

/** A profile of its own for each run: LibreOffice allows one process a profile. */
async function convert(files: readonly string[], to: string): Promise<void> {
  await promisify(execFile)(
    office ?? "soffice",
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
      "--headless",
      "--convert-to",
      to,
      "--outdir",
      join(folder, "back"),
      ...files.map((file) => join(folder, file)),
    ],
    { timeout: 100_000 },
  );
}

beforeAll(async () => {
  if (skipped) return;
  if (office === undefined) throw new Error("There is no LibreOffice here; .ci/run installs one.");
  folder = mkdtempSync(join(tmpdir(), "paintbox-xlsx-"));
  writeFileSync(join(folder, "book.xlsx"), writeWorkbook([SHEET]));
  const rows =
    `<row r="1"><c r="A1"><f>1/4</f></c><c r="B1"><f>1/0</f></c><c r="C1"><f>"a"&amp;"b"</f></c>` +
    `<c r="D1"><f>1=1</f></c><c r="E1" s="1"><f>DATE(2026,11,20)</f></c><c r="F1"><f>""</f></c></row>`;
  writeFileSync(join(folder, "formulas.xlsx"), zipOf(packageOf(rows, { "xl/styles.xml": STYLES })));
  await convert(["book.xlsx", "formulas.xlsx"], "xlsx");
  // Commas, UTF-8, cells as they show: the tokens of LibreOffice's own filter.
  await convert(["book.xlsx"], "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true");
  backBytes = new Uint8Array(readFileSync(join(folder, "back/book.xlsx")));
  back = opened(backBytes);
  formulas = opened(readFileSync(join(folder, "back/formulas.xlsx")));
  csv = readFileSync(join(folder, "back/book.csv"), "utf8");
}, 120_000);

afterAll(() => {
  if (folder !== "") rmSync(folder, { recursive: true, force: true });
});

test.skipIf(skipped)("every cell comes back from LibreOffice as it was written", () => {
  const before = opened(writeWorkbook([SHEET]));
  expect(back?.sheets.get(SHEET.name)?.cells).toEqual(before?.sheets.get(SHEET.name)?.cells);
});

test.skipIf(skipped)(
  "LibreOffice finds the sheets, and hides the one with the allowed values",
  () => {
    expect([...(back?.sheets.values() ?? [])].map(({ name, hidden }) => [name, hidden])).toEqual([
      [SHEET.name, false],
      ["Lists", true],
    ]);
  },
);

test.skipIf(skipped)("LibreOffice shows dollars, per cent and booleans as such", () => {
  const lines = csv.split("\n");
  expect(lines[1]).toBe('Key,"Substrato, cuántos",Unit,Rate,Price,Waste,Offered');
  expect(lines[2]).toBe('=1+1,"Puerta de garaje, ñandú",sq ft,0.1,"$1,234.50",,TRUE');
  expect(lines[3]).toBe(
    "+1,  two before, two after  ,,-0.000125,-$12.05,,FALSE".replace(
      "  two before, two after  ",
      '"  two before, two after  "',
    ),
  );
});

test.skipIf(skipped)(
  "LibreOffice keeps the list, the filter and what is printed on every page",
  () => {
    const part = (name: string): string =>
      strFromU8(unzipSync(backBytes)[name] ?? new Uint8Array());
    const sheet = part("xl/worksheets/sheet1.xml");
    expect(sheet).toContain("<formula1>Lists!$A$1:$A$2</formula1>");
    expect(sheet).toContain('<autoFilter ref="A2:G8"');
    expect(part("xl/workbook.xml")).toMatch(/_xlnm.Print_Titles"[^>]*>[^<]*!\$1:\$2</);
  },
);

test.skipIf(skipped)("formulas that LibreOffice worked out are marked as such", () => {
  const found = formulas?.sheets
    .get("S")
    ?.cells.map(({ kind, text, formula, date }) => [kind, text, formula, date]);
  expect(found).toEqual([
    ["number", "0.25", true, false],
    ["error", "#DIV/0!", true, false],
    ["text", "ab", true, false],
    ["boolean", "true", true, false],
    ["number", "46346", true, true],
    ["text", "", true, false],
  ]);
});
