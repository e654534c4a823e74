import { expect, test } from "vitest";
import type { ReadCell } from "../../xlsx/read/read-sheet.ts";
import type { CellKind } from "./column.ts";
import { readCell } from "./read-cell.ts";

const cellOf = (cell: Partial<ReadCell>): ReadCell => ({
  ref: "A1",
  row: 1,
  column: 1,
  kind: "text",
  text: "",
  formula: false,
  date: false,
  ...cell,
});
const read = (kind: CellKind["kind"] & ("text" | "decimal" | "key"), cell: Partial<ReadCell>) =>
  readCell({ kind }, cellOf(cell), { language: "en", dates1904: false });

test("a formula that does not work, or that nobody worked out, is no value of any kind", () => {
  for (const kind of ["text", "decimal", "key"] as const) {
    for (const text of ["#REF!", ""]) {
      const cell = { kind: "error" as const, text, formula: true };
      expect(read(kind, cell)).toEqual({ ok: false, code: "error_cell", expected: "" });
    }
  }
});

test("a text that a program took for a date is lost, and is said to be", () => {
  const cell = { kind: "number" as const, text: "46024", date: true };
  expect(read("text", cell)).toEqual({ ok: false, code: "date_not_text", expected: "" });
  expect(read("decimal", cell)).toEqual({ ok: true, value: "46024" });
});
