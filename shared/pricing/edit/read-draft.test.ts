import { expect, test } from "vitest";
import { examplePriceBook } from "../example-price-book.ts";
import { bookLists, bookSettings, entriesOf, sourcesOf } from "./book-sections.ts";
import { withValueAt } from "./json.ts";
import { canStand, readDraft } from "./read-draft.ts";

test("everything in a price book can stand where it stands", () => {
  for (const list of bookLists)
    for (const { id, value } of entriesOf(examplePriceBook, list))
      expect(canStand(`${list}/${id}`, value)).toBe(true);
  for (const setting of bookSettings)
    expect(canStand(setting, examplePriceBook[setting])).toBe(true);
  for (const { id, value } of sourcesOf(examplePriceBook))
    expect(canStand(`sources/${id}`, value)).toBe(true);
});

test("a number that is none cannot", () => {
  const [walls] = examplePriceBook.substrates;
  for (const text of ["", "0", "1e9", "-1"])
    expect(canStand("substrates/walls", withValueAt(walls, "labour.byCoats.0.value", text))).toBe(
      false,
    );
  expect(canStand("nowhere", 1)).toBe(false);
});

test("a draft is its base with the changes", () => {
  const { minimumCharge } = examplePriceBook;
  const value = JSON.stringify({ ...minimumCharge, cents: 1 });
  expect(readDraft(examplePriceBook, [{ path: "minimumCharge", value }]).book).toEqual({
    ...examplePriceBook,
    minimumCharge: { ...minimumCharge, cents: 1 },
  });
  expect(readDraft(examplePriceBook, []).book).toBe(examplePriceBook);
});

test("what is no price book is none, and the document is there to be checked", () => {
  const draft = readDraft(examplePriceBook, [{ path: "labour", value: "{}" }]);
  expect(draft.book).toBeNull();
  expect(draft.document["labour"]).toEqual({});
});
