import fc from "fast-check";
import { expect, test } from "vitest";
import { examplePriceBook } from "../example-price-book.ts";
import { seminarPriceBook } from "../testing/seminar-price-book.ts";
import { applyChanges, changesBetween, draftEntries } from "./apply-changes.ts";
import { type BookDocument, bookLists, bookSettings } from "./book-sections.ts";
import { diffBooks } from "./diff-books.ts";
import { valueAt, withValueAt } from "./json.ts";

const book: BookDocument = JSON.parse(JSON.stringify(examplePriceBook));
const other: BookDocument = JSON.parse(JSON.stringify(seminarPriceBook));

/** A book after a few random things that a manager may do to it. */
const edited = fc
  .array(
    fc.record({
      list: fc.constantFrom(...bookLists),
      setting: fc.constantFrom(...bookSettings),
      at: fc.nat(40),
      to: fc.nat(40),
      what: fc.constantFrom("remove", "relabel", "copy", "move", "setting"),
    }),
    { maxLength: 12 },
  )
  .map((steps) => {
    let document = book;
    for (const { list, setting, at, to, what } of steps) {
      if (what === "setting") {
        document = Object(withValueAt(document, setting, other[setting]));
        continue;
      }
      const entries = document[list];
      if (!Array.isArray(entries) || entries.length === 0) continue;
      const place = at % entries.length;
      const entry: unknown = entries[place];
      const rest: readonly unknown[] = entries.toSpliced(place, 1);
      document = {
        ...document,
        [list]:
          what === "remove"
            ? rest
            : what === "move"
              ? rest.toSpliced(to % entries.length, 0, entry)
              : what === "copy"
                ? [
                    ...entries,
                    withValueAt(withValueAt(entry, "key", `copy-${to}`), "name", `C${to}`),
                  ]
                : entries.toSpliced(place, 1, withValueAt(entry, "label", { en: `${to}`, es: "" })),
      };
    }
    return document;
  });

test("the changes between two books make one of the other", () => {
  fc.assert(
    fc.property(edited, edited, (before, after) => {
      expect(applyChanges(before, changesBetween(before, after))).toEqual(after);
    }),
  );
});

test("two different books of the trade come out of one another", () => {
  const { id, version, isExample } = book;
  const after = { ...other, id, version, isExample };
  expect(applyChanges(book, changesBetween(book, after))).toEqual(after);
});

test("books have changes between them exactly when they have differences", () => {
  fc.assert(
    fc.property(edited, (after) => {
      expect(diffBooks(book, after).length === 0).toBe(changesBetween(book, after).length === 0);
    }),
  );
});

test("a book has no changes to itself, whatever the order of its names", () => {
  const turned = JSON.parse(JSON.stringify(book), (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toReversed())
      : value,
  );
  expect(changesBetween(book, turned)).toEqual([]);
  expect(diffBooks(book, turned)).toEqual([]);
});

test("an entry is replaced where it stands, taken out, and added at the end", () => {
  const walls = withValueAt(wallsEntry(), "label.en", "All walls");
  const changes = [
    { path: "substrates/walls", value: JSON.stringify(walls) },
    { path: "substrates/ceiling", value: null },
    { path: "substrates/attic", value: JSON.stringify({ ...Object(walls), key: "attic" }) },
  ];
  const ids = draftEntries(book, changes, "substrates").map(({ id }) => id);
  const before = draftEntries(book, [], "substrates").map(({ id }) => id);
  expect(ids).toEqual([...before.filter((id) => id !== "ceiling"), "attic"]);
  expect(valueAt(applyChanges(book, changes), `substrates.${ids.indexOf("walls")}.label.en`)).toBe(
    "All walls",
  );
});

test("the later of two changes to one path holds", () => {
  const changes = [
    { path: "minimumCharge", value: '{"cents":1,"source":"example"}' },
    { path: "minimumCharge", value: '{"cents":2,"source":"example"}' },
  ];
  expect(valueAt(applyChanges(book, changes), "minimumCharge.cents")).toBe(2);
});

test("what is no JSON, and what no section holds, stands in the document to be found", () => {
  const document = applyChanges(book, [
    { path: "labour", value: "{" },
    { path: "newerSection", value: "{}" },
  ]);
  expect(document).toMatchObject({ labour: "{", newerSection: "{}" });
});

function wallsEntry(): unknown {
  return draftEntries(book, [], "substrates").find(({ id }) => id === "walls")?.value;
}
