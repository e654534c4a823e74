import fc from "fast-check";
import { expect, test } from "vitest";
import { packageOf, relationships, zipOf } from "../testing/package-of.ts";
import { writeWorkbook } from "../write/write-workbook.ts";
import { WORKBOOK_LIMITS, type WorkbookLimits } from "./limits.ts";
import { readWorkbook } from "./read-workbook.ts";

type Parts = Readonly<Record<string, string | Uint8Array>>;

const SHEET = "xl/worksheets/sheet1.xml";
const encoder = new TextEncoder();

function refusal(bytes: Uint8Array, limits?: Partial<WorkbookLimits>): unknown {
  const result = readWorkbook(bytes, { ...WORKBOOK_LIMITS, ...limits });
  return result.ok ? "read" : result.error;
}

const inRow = (rows: string, limits?: Partial<WorkbookLimits>, more?: Parts): unknown =>
  refusal(zipOf(packageOf(rows, more)), limits);
const withSheet = (xml: string | Uint8Array): unknown => inRow("", {}, { [SHEET]: xml });
const xmlFault = (fault: string, part = SHEET): unknown => ({ code: "broken_xml", part, fault });

const small = writeWorkbook([
  {
    name: "S",
    columns: [{ title: "T", width: 9, format: "text", allowed: ["a"] }],
    rows: [["x"], [{ number: "1.5" }]],
  },
]);

/** Replaces the first occurrence, or the last, of four bytes found by their signature, at an offset from it. */
function patched(
  signature: readonly number[],
  offset: number,
  bytes: readonly number[],
): Uint8Array {
  const copy = small.slice();
  for (let at = 0; at < copy.length; at += 1) {
    if (signature.every((byte, more) => copy[at + more] === byte)) copy.set(bytes, at + offset);
  }
  return copy;
}
const LISTED = [0x50, 0x4b, 1, 2];

test.each([
  ["nothing", new Uint8Array()],
  ["a CSV", encoder.encode("a,b\n1,2\n")],
  ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, ...Array<number>(100).fill(0)])],
  ["the first half of a workbook", small.subarray(0, small.length / 2)],
])("%s is not a zip", (_, bytes) => {
  expect(refusal(bytes)).toEqual({ code: "not_a_zip" });
});

test.each([
  ["an empty zip", {}],
  ["a text document", { "word/document.xml": "<document/>" }],
  ["a LibreOffice workbook", { mimetype: "application/vnd.oasis.opendocument.spreadsheet" }],
  [
    "a binary workbook",
    {
      "_rels/.rels": relationships([["officeDocument", "xl/workbook.bin"]]),
      "xl/workbook.bin": "x",
    },
  ],
  ["a document under the workbook's name", { "xl/workbook.xml": "<document><body/></document>" }],
] satisfies [string, Parts][])("%s is not a workbook", (_, parts) => {
  expect(refusal(zipOf(parts))).toEqual({ code: "not_a_workbook" });
});

test("old and encrypted workbooks are told apart", () => {
  const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(512).fill(0)];
  const wide = (text: string): readonly number[] =>
    text.split("").flatMap((one) => [one.charCodeAt(0), 0]);
  expect(refusal(new Uint8Array([...compound, ...wide("Workbook")]))).toEqual({
    code: "old_excel",
  });
  expect(refusal(new Uint8Array([...compound, ...wide("EEncryptedPackage")]))).toEqual({
    code: "encrypted",
  });
  expect(refusal(patched(LISTED, 8, [1, 0]))).toEqual({ code: "encrypted" });
});

test("a bomb is refused by the size it admits", () => {
  const bomb = inRow("", { unpackedBytes: 4_000_000 }, { [SHEET]: new Uint8Array(5_000_000) });
  expect(bomb).toEqual({ code: "too_large", what: "unpacked", most: 4_000_000 });
});

test("a bomb that admits to less is refused while it is unpacked", () => {
  const bomb = zipOf(packageOf("", { [SHEET]: new Uint8Array(40_000_000) }));
  const view = new DataView(bomb.buffer);
  for (let at = 0; at < bomb.length - 24; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 40_000_000) {
      view.setUint32(at + 24, 1_000, true);
    }
  }
  expect(refusal(bomb)).toEqual({ code: "broken_zip", part: SHEET });
});

test("one part behind a hundred sheets is not read a hundred times", () => {
  const sheets = Array.from({ length: 100 }, (_, at) => `<sheet name="${at}" r:id="r0"/>`);
  const more = {
    "xl/workbook.xml": `<workbook xmlns:r="urn:r"><sheets>${sheets.join("")}</sheets></workbook>`,
  };
  expect(inRow("", {}, more)).toEqual({ code: "broken_zip", part: SHEET });
  expect(inRow("", { sheets: 99 }, more)).toEqual({ code: "too_large", what: "sheets", most: 99 });
});

test("cells are counted, empty ones are not", () => {
  const row = `<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"/><c r="C1"><v>2</v></c></row>`;
  expect(inRow(row, { cells: 2 })).toBe("read");
  expect(inRow(row, { cells: 1 })).toEqual({ code: "too_many_cells", most: 1 });
});

test("bytes that are not what was packed are refused, and so is an unknown way of packing", () => {
  expect(refusal(patched(LISTED, 16, [1, 2, 3, 4]))).toMatchObject({ code: "broken_zip" });
  expect(refusal(patched(LISTED, 10, [12, 0]))).toMatchObject({ code: "broken_zip" });
  expect(refusal(patched(LISTED, 42, [0xff, 0xff, 0xff, 0x7f]))).toMatchObject({
    code: "broken_zip",
  });
  expect(refusal(patched(LISTED, 20, [0xff, 0xff, 0xff, 0xff]))).toMatchObject({
    code: "broken_zip",
  });
  expect(refusal(patched(LISTED, 28, [0xff, 0xff]))).toEqual({ code: "broken_zip", part: "" });
  expect(refusal(patched([0x50, 0x4b, 5, 6], 16, [0xff, 0xff, 0xff, 0xff]))).toEqual({
    code: "broken_zip",
    part: "",
  });
});

test("two parts of one name are refused", () => {
  const twice = zipOf(packageOf("", { "XL/Workbook.xml": "<workbook/>" }));
  expect(refusal(twice)).toMatchObject({ code: "broken_zip" });
});

test.each([
  ["file", { fileBytes: 100 }, 100],
  ["parts", { parts: 3 }, 3],
  ["text", { textLength: 0 }, 0],
] as const)("a file with too large a %s is refused", (what, limits, most) => {
  expect(refusal(small, limits)).toEqual({ code: "too_large", what, most });
});

test.each([
  ["", "markup"],
  ["<worksheet>", "markup"],
  ["<worksheet><sheetData>", "markup"],
  ["<worksheet><sheetData></worksheet>", "markup"],
  [`<worksheet><sheetData><row r="1`, "markup"],
  ["<worksheet><!-- ", "markup"],
  ["<worksheet><![CDATA[", "markup"],
  ["<worksheet/ ><", "markup"],
  ["no markup", "markup"],
  ["<worksheet><a <b></a></worksheet>", "markup"],
  [`<worksheet><a b="<a></worksheet>`, "markup"],
  [`<worksheet>&unknown;</worksheet>`, "markup"],
  [`<worksheet>&#xD83D;</worksheet>`, "markup"],
  [`<worksheet>&#99999999;</worksheet>`, "markup"],
  [`<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>`, "doctype"],
  [`<worksheet><!DOCTYPE x SYSTEM "file:///etc/passwd"></worksheet>`, "doctype"],
  ["<a>".repeat(101), "depth"],
  [new Uint8Array([0x3c, 0x61, 0x3e, 0xff, 0xfe]), "encoding"],
  ['<?xml version="1.0" encoding="utf-16"?>\u0000'.replace(/./g, "$&\u0000"), "markup"],
])("the sheet %j is broken XML: %s", (xml, fault) => {
  expect(withSheet(xml)).toEqual(xmlFault(fault));
});

test.each([
  [`<row r="1"><c r="ZZZZZZ99999999"><v>1</v></c></row>`, "cell_ref"],
  [`<row r="1"><c r="A2"><v>1</v></c></row>`, "cell_ref"],
  [`<row r="1"><c r="XFD1"/><c/></row>`, "cell_ref"],
  [`<row r="1048577"/>`, "cell_ref"],
  [`<row r="1048576"/><row/>`, "cell_ref"],
  [`<row r="0"/>`, "cell_ref"],
  [`<row r="1"><c r=A1><v>1</v></c></row>`, "markup"],
  [`<row r="1"><c r><v>1</v></c></row>`, "markup"],
  [`<row r="2"/><row r="2"/>`, "order"],
  [`<row r="1"><c r="B1"/><c r="A1"/></row>`, "order"],
  [`<row r="1"><c r="A1"/><c r="A1"/></row>`, "order"],
  [`<row r="1"><c r="A1" t="z"><v>1</v></c></row>`, "cell_type"],
  [`<row r="1"><c r="A1"><v>one</v></c></row>`, "value"],
  [`<row r="1"><c r="A1"><v>1e999</v></c></row>`, "value"],
  [`<row r="1"><c r="A1" t="b"><v>2</v></c></row>`, "value"],
  [`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, "string_index"],
  [`<row r="1"><c r="A1" t="s"><v>__proto__</v></c></row>`, "string_index"],
])("the rows %s are refused: %s", (rows, fault) => {
  expect(inRow(rows)).toEqual(xmlFault(fault));
});

test.each([
  ["without a name", `<sheet r:id="r0"/>`],
  ["twice", `<sheet name="S" r:id="r0"/><sheet name="S" r:id="r0"/>`],
  ["without a relationship", `<sheet name="S" r:id="nowhere"/>`],
  ["without a part", `<sheet name="S" r:id="r3"/>`],
])("a sheet %s is refused", (_, sheets) => {
  const links = [
    ["worksheet", "worksheets/sheet1.xml"],
    ["styles", "s.xml"],
    ["theme", "t.xml"],
    ["worksheet", "worksheets/none.xml"],
  ] as const;
  const more = {
    "xl/workbook.xml": `<workbook xmlns:r="urn:r"><sheets>${sheets}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(links),
  };
  expect(inRow("", {}, more)).toEqual(xmlFault("sheet", "xl/workbook.xml"));
});

test("names of JavaScript's own are names like any other", () => {
  const more = {
    "xl/workbook.xml": `<workbook xmlns:r="urn:r"><sheets><sheet name="__proto__" r:id="r0"/></sheets></workbook>`,
  };
  const result = readWorkbook(zipOf(packageOf(`<row><c><v>1</v></c></row>`, more)));
  expect(result.ok && result.value.sheets.get("__proto__")?.cells).toHaveLength(1);
});

test("a damaged workbook gives a value, never an exception", () => {
  const damage = fc.array(fc.tuple(fc.nat(small.length - 1), fc.nat(255)), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(damage, fc.nat(small.length), (bytes, cut) => {
      const copy = small.slice();
      for (const [at, byte] of bytes) copy[at] = byte;
      for (const file of [copy, copy.subarray(0, cut)]) {
        expect(typeof readWorkbook(file).ok).toBe("boolean");
      }
    }),
    { numRuns: 300 },
  );
});

test("damaged XML gives a value, never an exception", () => {
  const sound = `<worksheet a='1'><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a&amp;b</t></is></c></row></sheetData></worksheet>`;
  const edit = fc.tuple(
    fc.nat(sound.length),
    fc.nat(5),
    fc.constantFrom(
      "",
      "<",
      ">",
      "&",
      '"',
      "'",
      "/",
      "<!--",
      "<![CDATA[",
      "=",
      " ",
      "\u0000",
      "<c>",
    ),
  );
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      let xml = sound;
      for (const [at, drop, put] of edits) xml = xml.slice(0, at) + put + xml.slice(at + drop);
      const error = withSheet(xml);
      expect(error === "read" || JSON.stringify(error).includes("broken_xml")).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("long nonsense is read in time: none of it costs more than in proportion", () => {
  const nonsense = [
    "<a".repeat(400_000),
    `<a ${"b='' ".repeat(200_000)}/>`,
    `<a>${"<!---->".repeat(150_000)}</a>`,
    `<a>${"&amp;".repeat(200_000)}</a>`,
    `<worksheet><sheetData><row><c t="str"><v>${"_x".repeat(500_000)}</v></c></row></sheetData></worksheet>`,
    `<worksheet><sheetData><row><c><v>${"0".repeat(1_000_000)}</v></c></row></sheetData></worksheet>`,
    `<worksheet><sheetData><row>${"<c>".repeat(90)}`,
  ];
  for (const xml of nonsense) expect(withSheet(xml)).toBeDefined();
});
