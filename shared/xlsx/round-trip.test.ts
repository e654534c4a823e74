import fc from "fast-check";
import { expect, test } from "vitest";
import { movePoint } from "./decimal-text.ts";
import { readWorkbook } from "./read/read-workbook.ts";
import type { CellToWrite } from "./write/sheet-to-write.ts";
import { writeWorkbook } from "./write/write-workbook.ts";

const column = { title: "T", width: 12, format: "text" } as const;

// Also what XML cannot say, and what looks like the codes that stand for it.
const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc
    .array(
      fc.oneof(
        fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
        fc.constantFrom("_", "x", "_x0041_", "_x0041", "x005F_", "\r\n", "\r", "\u0000", "\uD83D"),
        fc.constantFrom(
          "&",
          "<",
          "]]>",
          "&amp;",
          "&#65;",
          '"',
          "  ",
          "=1+1",
          "+",
          "ñ",
          "\u{1F3A8}",
        ),
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join("")),
);
const decimals = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: -12, max: 6 }))
  .map(([digits, places]) => ({ number: movePoint(String(digits), places) }));
const cells: fc.Arbitrary<CellToWrite> = fc.oneof(texts, decimals, fc.boolean(), fc.constant(null));

/** What a cell reads as, in a form to compare. */
function expected(cell: CellToWrite): string | undefined {
  if (cell === null || cell === "") return undefined;
  if (typeof cell === "string") return `text ${cell}`;
  return typeof cell === "boolean" ? `boolean ${cell}` : `number ${cell.number}`;
}

test("whatever is written is read back: texts, decimals, booleans and nothing", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cells, { minLength: 3, maxLength: 3 }), { maxLength: 40 }),
      (rows) => {
        const book = writeWorkbook([
          { name: "Ñandú & 'co", columns: [column, column, column], rows },
        ]);
        const result = readWorkbook(book);
        if (!result.ok) throw new Error(JSON.stringify(result.error));
        const found = new Map(
          result.value.sheets
            .get("Ñandú & 'co")
            ?.cells.map((cell) => [cell.ref, `${cell.kind} ${cell.text}`]),
        );
        const refs = rows.flatMap((row, at) => row.map((_, letter) => `${"ABC"[letter]}${at + 2}`));
        expect(refs.map((ref) => found.get(ref))).toEqual(rows.flat().map(expected));
      },
    ),
  );
});

test("a number with more digits than a spreadsheet keeps is written as text, and keeps them", () => {
  const number = "1234567890.12345678";
  const result = readWorkbook(
    writeWorkbook([{ name: "S", columns: [column], rows: [[{ number }]] }]),
  );
  const cell = result.ok ? result.value.sheets.get("S")?.cells[1] : undefined;
  expect(cell).toEqual({
    ref: "A2",
    row: 2,
    column: 1,
    kind: "text",
    text: number,
    formula: false,
    date: false,
  });
});

test("ten thousand rows come back in order", () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => [`wall ${at}`, { number: `${at}.25` }]);
  const result = readWorkbook(writeWorkbook([{ name: "S", columns: [column, column], rows }]));
  const found = result.ok ? (result.value.sheets.get("S")?.cells ?? []) : [];
  expect(found.slice(2).map(({ text }) => text)).toEqual(
    rows.flatMap((_, at) => [`wall ${at}`, `${at}.25`]),
  );
});
