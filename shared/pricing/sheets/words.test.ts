import { expect, test } from "vitest";
import { checkPriceBook } from "../check-price-book.ts";
import { examplePriceBook } from "../example-price-book.ts";
import { costPlusPriceBook } from "../testing/cost-plus-price-book.ts";
import * as choices from "./choices.ts";
import { noteOf } from "./column-notes.ts";
import { sheetNotes } from "./sheet-notes.ts";
import { settingsSheet } from "./settings.ts";
import { tablesIn } from "./tables.ts";

const tables = tablesIn("en");

test.each(tables.map((table) => [table.name.en, table] as const))(
  "every title of %s is one column's, in both languages",
  (_, { columns }) => {
    const owners = new Map<string, string>();
    for (const { at, title } of columns) {
      for (const text of [title.en, title.es]) {
        expect([text, owners.get(choices.folded(text)) ?? at]).toEqual([text, at]);
        owners.set(choices.folded(text), at);
      }
    }
  },
);

test("every sheet has a name of its own that a spreadsheet takes", () => {
  const names = tables.flatMap(({ name }) => [name.en, name.es]).map((name) => name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
  expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(31);
});

test("every sheet is explained, and every column but names", () => {
  const sheets = [settingsSheet, ...tables].map(({ id }) => id);
  expect(sheets.filter((id) => sheetNotes[id] === undefined)).toEqual([]);
  const bare = tables.flatMap((table) =>
    table.columns
      .filter((column) => !column.at.startsWith("label.") && noteOf(table.id, column) === undefined)
      .map(({ at }) => `${table.id} ${at}`),
  );
  expect(bare).toEqual([]);
});

type ListOfWords = Parameters<typeof choices.choiceOf>[0];

/** Of what the file exports: not its functions, sets and single words. */
const isListOfWords = (list: unknown): list is ListOfWords =>
  typeof list === "object" && list !== null && !(list instanceof Set) && !("en" in list);

test("a word stands for one value", () => {
  for (const [name, list] of Object.entries(choices)) {
    if (!isListOfWords(list)) continue;
    for (const [value, { en, es }] of Object.entries(list)) {
      for (const word of [value, en, es, ` ${en.toUpperCase()} `]) {
        expect([name, word, choices.choiceOf(list, word)]).toEqual([name, word, value]);
      }
    }
  }
});

test("the books that are exported here have nothing wrong with them", () => {
  expect(checkPriceBook(examplePriceBook)).toEqual([]);
  expect(checkPriceBook(costPlusPriceBook)).toEqual([]);
});
