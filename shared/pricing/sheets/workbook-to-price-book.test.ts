import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readWorkbook } from "../../xlsx/read/read-workbook.ts";
import { packageOf, zipOf } from "../../xlsx/testing/package-of.ts";
import type { CellToWrite } from "../../xlsx/write/sheet-to-write.ts";
import { diffBooks } from "../edit/diff-books.ts";
import { examplePriceBook } from "../example-price-book.ts";
import type { PriceBook } from "../price-book.ts";
import { costPlusPriceBook } from "../testing/cost-plus-price-book.ts";
import { workbookToPriceBook } from "./workbook-to-price-book.ts";
import {
  addRow,
  changeSheet,
  dropRows,
  readEdited,
  setCell,
  type SheetEdit,
} from "./testing/sheet-edits.ts";

const number = (text: string): CellToWrite => ({ number: text });

/** `path field: before → after` of everything that an edited workbook changes. */
function changesOf(
  edits: readonly SheetEdit[],
  book: PriceBook = examplePriceBook,
): readonly string[] {
  const read = readEdited(book, edits);
  if (!read.ok) throw new Error(JSON.stringify(read.faults, null, 1));
  return diffBooks(book, read.book).flatMap(({ path, kind, fields }) =>
    kind === "changed"
      ? fields.map(
          ({ field, before, after }) => `${path} ${field}: ${String(before)} → ${String(after)}`,
        )
      : [`${path} ${kind}`],
  );
}

/** `Sheet!F7 code found` of everything that is wrong. */
function faultsOf(
  edits: readonly SheetEdit[],
  book: PriceBook = examplePriceBook,
): readonly string[] {
  const read = readEdited(book, edits);
  return read.ok
    ? []
    : read.faults.map(({ sheet, cell, code, found }) => `${sheet}!${cell} ${code} ${found}`.trim());
}

describe("what people do to a workbook", () => {
  test.each<[string, CellToWrite, string | null]>([
    ["another number", number("200"), "200"],
    ["a number as text", "200", "200"],
    ["a number with a comma and spaces", " 1,200.50 ", "1200.5"],
    ["dollars", "$200", "200"],
    ["the same number as text", "180.0 ", null],
    ["more decimals than the book has", number("102.803738317757"), "102.803738"],
  ])("%s in a rate", (_, cell, after) => {
    const change = `substrates/walls labour.byCoats.0.value: 180 → ${after}`;
    expect(changesOf([setCell("Rates", "walls", "1 coat", cell)])).toEqual(
      after === null ? [] : [change],
    );
  });

  test.each<[string, CellToWrite, string]>([
    ["a fraction", number("0.125"), "12.5"],
    ["percent as text", "12.5 %", "12.5"],
    ["percent as text, close", "12.5%", "12.5"],
    ["nothing lost", number("0"), "0"],
  ])("%s where percent stand", (_, cell, after) => {
    expect(changesOf([setCell("Methods", "brush", "Paint lost", cell)])).toEqual([
      expect.stringMatching(new RegExp(`^methods/brush waste.value: .* → ${after}$`)),
    ]);
  });

  test.each<[string, CellToWrite, number]>([
    ["dollars", number("36.5"), 3650],
    ["dollars as text", "$1,036.50", 103650],
    ["a result of a formula, as it shows", number("37.595"), 3760],
  ])("%s in a price", (_, cell, cents) => {
    expect(changesOf([setCell("Cans", "gallon", "Price", cell)])).toEqual([
      expect.stringMatching(new RegExp(`^products/\\S+ cans.\\d.cost.cents: \\d+ → ${cents}$`)),
    ]);
  });

  test.each<[string, CellToWrite, string]>([
    ["a day as a serial", number("46387"), "2026-12-31"],
    ["a day as text", "2026-12-31", "2026-12-31"],
    ["a day with a time", "2026-12-31T00:00:00", "2026-12-31"],
  ])("%s", (_, cell, day) => {
    expect(changesOf([setCell("Discounts", "neighbor", "Last day", cell)])).toEqual([
      `discounts/neighbor until: null → ${day}`,
    ]);
  });

  test("a cleared day is none, and a cleared multiplier leaves things as usual", () => {
    expect(
      changesOf([
        setCell("Options", "best", "Warranty, years", null),
        setCell("Multipliers", "furnished", "Painting time ×", null),
      ]),
    ).toEqual(
      expect.arrayContaining([
        "options/best warrantyYears: 8 → null",
        expect.stringMatching(/^occupancy\/furnished labour.value: .* → undefined$/),
      ]),
    );
  });

  test("words in either language and any case, names for keys, marks of many kinds", () => {
    expect(
      changesOf([
        setCell("Rates", "walls", "Counted in", " PIEZA "),
        setCell("Rates", "walls", "Method", " spray AND back-roll "),
        setCell("Rates", "walls", "× Texture", "no"),
        setCell("Rates", "baseboard", "× Height", "yes"),
      ]),
    ).toEqual([
      "substrates/walls unit: sqft → each",
      expect.stringMatching(/^substrates\/walls method: brush-and-roll → /),
      "substrates/walls multipliers.5: texture → undefined",
      expect.stringMatching(/^substrates\/baseboard multipliers.0: /),
      ...Array.from({ length: 3 }, () =>
        expect.stringMatching(/^substrates\/baseboard multipliers/),
      ),
    ]);
  });

  test("a new row has a key made of its name; a row taken out is taken out", () => {
    expect(
      changesOf([
        addRow("Colors", { Name: "Night sky", Code: "X-1", "On the screen": "#0A0B0C" }),
        addRow("Sheens", { Name: "Satin", "Name in Spanish": "Satinado otro" }),
        addRow("Add-ons", {
          Name: "2nd trip",
          "Counted in": "piece",
          "Paid for one": number("11.08"),
          "Part of the price that is pay": number("0.45"),
          "Source of pay": "starting",
        }),
        dropRows("Discounts", ([key]) => key === "neighbor"),
      ]).toSorted(),
    ).toEqual([
      "addOns/n-2nd-trip added",
      "colours/night-sky-x-1 added",
      "discounts/neighbor removed",
      "sheens/satin-2 added",
    ]);
  });

  test("rows and columns in another order, empty rows, columns of one's own", () => {
    const shuffled = changeSheet("Methods", (sheet) => ({
      ...sheet,
      columns: [{ title: "My notes", width: 9, format: "text" }, ...sheet.columns.toReversed()],
      rows: sheet.rows.flatMap((row) => [
        ["#N/A?", ...row.toReversed()],
        [" ", null, "  "],
      ]),
    }));
    const read = readEdited(examplePriceBook, [shuffled]);
    expect(read).toMatchObject({
      ok: true,
      book: examplePriceBook,
      warnings: [{ code: "extra_column", sheet: "Methods", cell: "A2", found: "My notes" }],
    });
    expect(
      changesOf(
        [changeSheet("Curves", (sheet) => ({ ...sheet, rows: sheet.rows.toReversed() }))],
        costPlusPriceBook,
      ),
    ).toEqual([]);
  });

  test("without its row of notes", () => {
    const bare = changeSheet("Rates", (sheet) => ({
      ...sheet,
      columns: sheet.columns.map(({ title, width, format }) => ({ title, width, format })),
    }));
    expect(changesOf([bare, setCell("Rates", "walls", "1 coat", number("190"))])).toEqual([
      "substrates/walls labour.byCoats.0.value: 180 → 190",
    ]);
  });

  test("a rate becomes a curve, and a curve a rate", () => {
    const step = (from: string, value: string): SheetEdit =>
      addRow("Curves", {
        Surface: "walls",
        Coats: number("2"),
        Shape: "Steps",
        "Goes by": "This surface",
        From: number(from),
        Rate: number(value),
      });
    expect(
      changesOf([
        setCell("Rates", "walls", "2 coats", "See curves"),
        step("400", "120"),
        step("0", "100"),
      ]),
    ).toEqual(
      expect.arrayContaining([
        "substrates/walls labour.byCoats.1.kind: undefined → steps",
        "substrates/walls labour.byCoats.1.steps.0.value: undefined → 100",
        "substrates/walls labour.byCoats.1.steps.1.from: undefined → 400",
      ]),
    );
  });

  test("what it was exported from is read, an extra sheet only told of", () => {
    const read = readEdited(examplePriceBook, [
      (sheets) => [
        ...sheets,
        { name: "Mine", columns: [{ title: "x", width: 9, format: "text" }], rows: [] },
      ],
    ]);
    expect(read).toMatchObject({
      ok: true,
      from: { bookId: examplePriceBook.id, isDraft: false },
      warnings: [{ code: "extra_sheet", found: "Mine" }],
    });
  });

  test("id, version, name and the mark as an example are those of the base", () => {
    const exported = { ...examplePriceBook, id: "other", version: 9, isExample: false };
    const read = readEdited(exported, []);
    expect(read).toMatchObject({ ok: true, book: { id: "other", version: 9, isExample: false } });
  });
});

describe("a broken sheet is refused with the cell and the reason", () => {
  test.each<[string, SheetEdit, string]>([
    ["no number", setCell("Rates", "walls", "1 coat", "fast"), "Rates!G3 not_a_number fast"],
    [
      "a decimal comma",
      setCell("Rates", "walls", "1 coat", "0,125"),
      "Rates!G3 not_a_number 0,125",
    ],
    [
      "a negative number",
      setCell("Rates", "walls", "1 coat", number("-5")),
      "Rates!G3 negative -5",
    ],
    [
      "a negative number in brackets",
      setCell("Rates", "walls", "1 coat", "(5.00)"),
      "Rates!G3 negative (5.00)",
    ],
    ["zero", setCell("Rates", "walls", "1 coat", number("0")), "Rates!G3 not_positive 0"],
    [
      "an unknown unit",
      setCell("Rates", "walls", "Counted in", "yards"),
      "Rates!E3 not_a_choice yards",
    ],
    ["an unknown method", setCell("Rates", "walls", "Method", "mop"), "Rates!P3 unknown_key mop"],
    [
      "an unknown source",
      setCell("Rates", "walls", "Source of 1 coat", "hearsay"),
      "Rates!AE3 unknown_source hearsay",
    ],
    ["a key twice", setCell("Rates", "ceiling", "Key", "walls"), "Rates!A5 duplicate_key walls"],
    ["no key", setCell("Rates", "ceiling", "Key", "Büro 1!"), "Rates!A5 not_a_key Büro 1!"],
    ["a number missing", setCell("Rates", "walls", "Units a gallon", null), "Rates!L3 missing"],
    [
      "all rates missing",
      setCell("Methods", "brush", "Painting time ×", null),
      "Methods!E5 missing",
    ],
    [
      "what does not belong",
      setCell("Rates", "walls", "Gallons a unit", number("1")),
      "Rates!M3 not_here 1",
    ],
    [
      "a mark that is none",
      setCell("Rates", "walls", "× Height", "maybe"),
      "Rates!W3 not_a_mark maybe",
    ],
    [
      "a curve without rows",
      setCell("Rates", "walls", "1 coat", "see Curves"),
      "Rates!G3 curve_missing see Curves",
    ],
    [
      "too much percent",
      setCell("Sales tax", "NY", "Percent", number("4")),
      "Sales tax!C3 too_high 400 %",
    ],
    [
      "a margin of all",
      setCell("Profit", "Labor", "Percent", number("1")),
      "Profit!G3 not_below_hundred 100 %",
    ],
    [
      "half cents, typed",
      setCell("Cans", "gallon", "Price", "$36.505"),
      "Cans!F4 not_dollars $36.505",
    ],
    [
      "too many dollars",
      setCell("Cans", "gallon", "Price", number("5000000")),
      "Cans!F4 too_high $5000000",
    ],
    ["no day", setCell("Discounts", "neighbor", "Last day", "soon"), "Discounts!G3 not_a_day soon"],
    [
      "no state",
      setCell("Deposit limits", "CA", "State", "California"),
      "Deposit limits!A3 not_a_state California",
    ],
    [
      "a state twice",
      setCell("Deposit limits", "MA", "State", "ca"),
      "Deposit limits!A4 duplicate_state ca",
    ],
    [
      "a sheen that it does not come in",
      setCell("Option scopes", "good", "Sheen", "gloss"),
      "Option scopes!D3 sheen_not_of_product gloss",
    ],
    ["a can of nobody", setCell("Cans", "gallon", "Product", "milk"), "Cans!A4 unknown_key milk"],
    [
      "a draw called as the app's own",
      setCell("Payments", "half-done", "Key", "final"),
      "Payments!B4 reserved_key final",
    ],
    [
      "no coats",
      setCell("Option scopes", "good", "Coats", number("1.5")),
      "Option scopes!E3 not_a_whole_number 1.5",
    ],
    [
      "too many coats",
      setCell("Option scopes", "good", "Coats", number("9")),
      "Option scopes!E3 out_of_range 9",
    ],
    [
      "a new row without a name",
      addRow("Sheens", { "Name in Spanish": "  ", Name: "!!" }),
      "Sheens!A9 name_missing",
    ],
    [
      "a new surface without all",
      addRow("Scopes", { "At the least": number("5") }),
      "Scopes!A10 name_missing",
    ],
    [
      "a setting that is none",
      setCell("Settings", "hours", "Value", "never"),
      "Settings!C4 not_a_choice never",
    ],
    [
      "a setting without a number",
      setCell("Settings", "wage", "Value", null),
      "Settings!C2 missing",
    ],
    [
      "half of the lead rule",
      setCell("Settings", "lead-factor", "Value", null),
      "Settings!C15 missing",
    ],
    [
      "a lead factor below one",
      setCell("Settings", "lead-factor", "Value", number("0.9")),
      "Settings!C15 factor_below_one 0.9",
    ],
    [
      "a setting taken out",
      dropRows("Settings", ([key]) => key === "wage"),
      "Settings!A1 row_missing wage (Wage, paid an hour)",
    ],
    ["all options taken out", dropRows("Options", () => true), "Options!A2 too_few 0"],
    [
      "everywhere else taken out",
      dropRows("Sales tax", ([state]) => state === "Everywhere else"),
      "Sales tax!A2 missing",
    ],
    ["a tax on nothing", setCell("Sales tax", "NY", "Percent", null), "Sales tax!C3 missing"],
    [
      "a level without tasks",
      dropRows("Tasks of levels", ([level]) => level === "weathered"),
      "Prep levels!D11 too_few Tasks",
    ],
    [
      "a renamed sheet",
      changeSheet("Rates", (sheet) => ({ ...sheet, name: "Rates 2026" })),
      "Rates! sheet_missing Rates 2026",
    ],
    [
      "a column taken out",
      changeSheet("Sheens", (sheet) => ({
        ...sheet,
        columns: sheet.columns.slice(0, 2),
        rows: sheet.rows.map((row) => row.slice(0, 2)),
      })),
      "Sheens!A2 column_missing",
    ],
    [
      "a column twice",
      changeSheet("Sheens", (sheet) => ({
        ...sheet,
        columns: [...sheet.columns, { title: "Key", width: 9, format: "text" }],
      })),
      "Sheens!D2 column_twice Key",
    ],
  ])("%s", (_, edit, fault) => {
    const faults = faultsOf([edit]);
    expect(faults).toContain(fault);
  });

  test("all of them at once, in the order of the sheets, fifty at the most", () => {
    const everyRate = changeSheet("Rates", (sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => row.map((cell, at) => (at === 6 ? "fast" : cell))),
    }));
    const faults = faultsOf([everyRate, setCell("Settings", "wage", "Value", "a lot")]);
    expect(faults).toHaveLength(50);
    expect(faults.slice(0, 3)).toEqual([
      "Settings!C2 not_a_number a lot",
      "Rates!G3 not_a_number fast",
      "Rates!G4 not_a_number fast",
    ]);
  });

  test("more rows than anybody has are refused, and soon", () => {
    const many = (
      count: number,
      row: readonly CellToWrite[],
    ): readonly (readonly CellToWrite[])[] => Array.from({ length: count }, () => row);
    const faults = faultsOf([
      changeSheet("Sources", (sheet) => ({
        ...sheet,
        rows: [...sheet.rows, ...many(20_000, [null, "Mine"])],
      })),
      changeSheet("Sheens", (sheet) => ({
        ...sheet,
        rows: [...sheet.rows, ...many(20_000, [null, "Satin"])],
      })),
      changeSheet("Cans", (sheet) => ({
        ...sheet,
        rows: [...sheet.rows, ...many(20_000, ["gone", "x"])],
      })),
    ]);
    expect(faults).toEqual(
      expect.arrayContaining(["Sheens!A2 too_many 20006", "Cans!A2 too_many 20052"]),
    );
  });

  test("rows of one curve that say different things, and rows that no rate asks for", () => {
    const first = costPlusPriceBook.substrates.find(({ labour }) =>
      labour.byCoats.some((rate) => "kind" in rate),
    );
    const key = first?.key ?? "";
    expect(
      faultsOf([setCell("Curves", key, "Goes by", "This surface")], costPlusPriceBook),
    ).toEqual([expect.stringMatching(/^Curves!D\d+ rows_disagree/)]);
    expect(faultsOf([setCell("Rates", key, "1 coat", number("5"))], costPlusPriceBook)).toEqual([
      expect.stringMatching(/^Curves!A\d+ curve_unused/),
    ]);
  });

  test("merged cells", () => {
    const rows =
      `<row r="1"><c r="A1" t="str"><v>Key</v></c><c r="B1" t="str"><v>Name</v></c><c r="C1" t="str"><v>Name in Spanish</v></c></row>` +
      `<row r="2"><c r="A2" t="str"><v>flat</v></c></row>`;
    const read = (merged: string) => {
      const parts = packageOf(rows, {});
      const name = "xl/worksheets/sheet1.xml";
      const sheet = parts[name] ?? "";
      const bytes = zipOf({
        ...parts,
        [name]: String(sheet).replace("</sheetData>", `</sheetData>${merged}`),
        "xl/workbook.xml": String(parts["xl/workbook.xml"] ?? "").replace(
          'name="S"',
          'name="Sheens"',
        ),
      });
      const workbook = readWorkbook(bytes);
      if (!workbook.ok) throw new Error(JSON.stringify(workbook.error));
      const result = workbookToPriceBook(workbook.value, examplePriceBook, "en");
      return result.ok ? [] : result.faults.filter(({ sheet: named }) => named === "Sheens");
    };
    expect(read('<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>')).toMatchObject([
      { cell: "A2", code: "merged", found: "A2:A3" },
    ]);
    expect(read("")).toEqual([]);
  });
});

test("whatever is keyed into a cell, the answer is a book or a list of cells", () => {
  const cells: fc.Arbitrary<CellToWrite> = fc.oneof(
    fc.constantFrom<CellToWrite>(
      null,
      "",
      "x",
      "walls",
      "see Curves",
      "#REF!",
      "__proto__",
      "constructor",
      "0",
      "-1",
      "1e9",
      "$",
      "%",
      "12 %",
      true,
      number("46387"),
      number("-0.5"),
      number("999999999999"),
    ),
    fc.string({ maxLength: 20 }),
    fc
      .double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
      .map((value) => number(value.toFixed(6))),
  );
  const place = fc.record({ sheet: fc.nat(), row: fc.nat(), column: fc.nat(), cell: cells });
  const keyed =
    ({
      sheet,
      row,
      column,
      cell,
    }: {
      sheet: number;
      row: number;
      column: number;
      cell: CellToWrite;
    }): SheetEdit =>
    (sheets) =>
      sheets.map((one, at) => {
        if (at !== sheet % sheets.length || one.rows.length === 0) return one;
        const target = row % one.rows.length;
        return {
          ...one,
          rows: one.rows.map((old, index) =>
            index === target
              ? old.map((kept, across) => (across === column % old.length ? cell : kept))
              : old,
          ),
        };
      });
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 12 }), (places) => {
      const read = readEdited(costPlusPriceBook, places.map(keyed));
      if (read.ok) return;
      expect(read.faults.length).toBeGreaterThan(0);
      expect(read.faults.length).toBeLessThanOrEqual(50);
      for (const { sheet, cell } of read.faults) {
        expect(sheet).not.toBe("");
        expect(cell).toMatch(/^[A-Z]+\d+$/);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
