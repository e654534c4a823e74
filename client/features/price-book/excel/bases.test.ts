import { expect, test } from "vitest";
import { applyChanges, type BookChange } from "../../../../shared/pricing/edit/apply-changes.ts";
import { examplePriceBook as base } from "../../../../shared/pricing/example-price-book.ts";
import type { PriceBook } from "../../../../shared/pricing/price-book.ts";
import { readDraft } from "../../../../shared/pricing/edit/read-draft.ts";
import type { BookEdit } from "../../../local/actions/book-draft.ts";
import { editsFor } from "./bases.ts";

const minimum = (cents: number): PriceBook["minimumCharge"] => ({ cents, source: "starting" });
const change = (path: string, value: unknown): BookChange => ({
  path,
  value: JSON.stringify(value),
});

/** A draft's changes after edits, as the rows of the tablet would have them. */
function after(changes: readonly BookChange[], edits: readonly BookEdit[]): readonly BookChange[] {
  const rows = new Map(changes.map(({ path, value }) => [path, value]));
  for (const { path, value } of edits) {
    if (value === undefined) rows.delete(path);
    else rows.set(path, value);
  }
  return Array.from(rows, ([path, value]) => ({ path, value }));
}

const draft = {
  base,
  changes: [change("minimumCharge", minimum(50_000)), change("paintPooling", "scope")],
};
const draftBook = readDraft(base, draft.changes).book ?? base;

const here = { book: draftBook, draft };

test("held against the draft, the draft says what the file says, and nothing else", () => {
  const file: PriceBook = {
    ...base,
    paintPooling: "scope",
    listDiscount: { value: "20", source: "starting" },
  };
  const edits = editsFor(file, { name: "draft", book: draftBook }, here);
  const rows = after(draft.changes, edits);
  expect(applyChanges(base, rows)).toEqual(file);
  expect(rows.map(({ path }) => path).toSorted()).toEqual(["listDiscount", "paintPooling"]);
});

test("held against a version, the draft keeps what is its own", () => {
  const file: PriceBook = {
    ...base,
    paintPooling: "job",
    listDiscount: { value: "20", source: "starting" },
  };
  const edits = editsFor(file, { name: "current", book: base }, here);
  expect(edits.map(({ path }) => path)).toEqual(["listDiscount"]);
  expect(applyChanges(base, after(draft.changes, edits))).toEqual({
    ...draftBook,
    listDiscount: file.listDiscount,
  });
});

test("of a file that comes from an older version only what was changed in it is taken over", () => {
  const current: PriceBook = { ...base, version: 2, minimumCharge: minimum(60_000) };
  const file: PriceBook = { ...base, paintPooling: "scope" };
  const edits = editsFor(file, { name: "from", book: base }, { book: current, draft: null });
  expect(applyChanges(current, after([], edits))).toEqual({ ...current, paintPooling: "scope" });
});

test("without a draft the current book becomes what the file says", () => {
  const file: PriceBook = { ...base, substrates: base.substrates.toReversed() };
  const edits = editsFor(file, { name: "current", book: base }, { book: base, draft: null });
  expect(applyChanges(base, after([], edits))).toEqual(file);
});

test("two rates of one surface, one changed in the file and one since, both stay", () => {
  const withRates = (one: string, two: string): PriceBook => ({
    ...base,
    substrates: base.substrates.map((entry, at) => {
      const [first, second, ...others] = entry.labour.byCoats;
      if (at > 0 || first === undefined || second === undefined) return entry;
      const byCoats = [{ ...first, value: one }, { ...second, value: two }, ...others];
      return { ...entry, labour: { ...entry.labour, byCoats } };
    }),
  });
  const current = withRates("180", "95");
  const edits = editsFor(
    withRates("200", "110"),
    { name: "from", book: base },
    { book: current, draft: null },
  );
  expect(applyChanges(current, after([], edits))).toEqual(withRates("200", "95"));
});
