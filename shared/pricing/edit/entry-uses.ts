import type { Localised } from "../book/numbers.ts";
import {
  type BookDocument,
  type BookList,
  bookLists,
  bookSettings,
  entriesOf,
} from "./book-sections.ts";
import { labelOf } from "./diff-books.ts";
import { isObject } from "./json.ts";

/** An entry or setting that names another one, and so keeps it in the book. */
export interface EntryUse {
  readonly path: string;
  /** Null for a setting. */
  readonly label: Localised | null;
}

/** Where one list's keys are named: `*` stands for every element. */
const references: readonly {
  readonly to: BookList;
  readonly from: BookList | "hints";
  readonly at: string;
}[] = [
  { to: "scopes", from: "substrates", at: "scope" },
  { to: "scopes", from: "options", at: "scopes.*.scope" },
  { to: "colourSlots", from: "substrates", at: "colourSlot" },
  { to: "sheens", from: "products", at: "sheens.*" },
  { to: "sheens", from: "options", at: "scopes.*.sheen" },
  { to: "sheens", from: "primers", at: "sheen" },
  { to: "substrates", from: "products", at: "spreads.*.substrate" },
  { to: "substrates", from: "hints", at: "*.substrate" },
  { to: "substrates", from: "hints", at: "*.companions.*" },
  { to: "textures", from: "products", at: "spreads.*.texture" },
  { to: "colourChanges", from: "hints", at: "*.colourChange" },
  { to: "methods", from: "substrates", at: "method" },
  { to: "methods", from: "options", at: "scopes.*.method" },
  { to: "primers", from: "options", at: "scopes.*.primer" },
  { to: "prepTasks", from: "prepLevels", at: "how.tasks.*.task" },
  { to: "prepLevels", from: "options", at: "scopes.*.prep" },
  { to: "products", from: "options", at: "scopes.*.product" },
  { to: "products", from: "primers", at: "product" },
];

/** Every value at a place: `scopes.*.product`. */
function valuesAt(value: unknown, names: readonly string[]): readonly unknown[] {
  const [name, ...rest] = names;
  if (name === undefined) return [value];
  if (name === "*")
    return Array.isArray(value) ? value.flatMap((inner: unknown) => valuesAt(inner, rest)) : [];
  if (!isObject(value) || !Object.hasOwn(value, name)) return [];
  return valuesAt(value[name], rest);
}

/** Who names an entry: while anybody does, it cannot be taken out of the book. */
export function usesOf(book: BookDocument, list: BookList, key: string): readonly EntryUse[] {
  const uses = references
    .filter(({ to }) => to === list)
    .flatMap(({ from, at }): readonly EntryUse[] => {
      const names = at.split(".");
      if (from === "hints")
        return valuesAt(book["hints"], names).includes(key) ? [{ path: "hints", label: null }] : [];
      return entriesOf(book, from)
        .filter(({ value }) => valuesAt(value, names).includes(key))
        .map(({ id, value }) => ({ path: `${from}/${id}`, label: labelOf(value) }));
    });
  return distinct(uses);
}

/** The entries and settings with a number from a source. */
export function usesOfSource(book: BookDocument, source: string): readonly EntryUse[] {
  const settings = bookSettings
    .filter((setting) => namesSource(book[setting], source))
    .map((path) => ({ path, label: null }));
  const entries = bookLists.flatMap((list) =>
    entriesOf(book, list)
      .filter(({ value }) => namesSource(value, source))
      .map(({ id, value }) => ({ path: `${list}/${id}`, label: labelOf(value) })),
  );
  return [...settings, ...entries];
}

function namesSource(value: unknown, source: string): boolean {
  if (Array.isArray(value)) return value.some((inner) => namesSource(inner, source));
  if (!isObject(value)) return false;
  return Object.entries(value).some(
    ([name, inner]) => (name === "source" && inner === source) || namesSource(inner, source),
  );
}

const distinct = (uses: readonly EntryUse[]): readonly EntryUse[] => [
  ...new Map(uses.map((use) => [use.path, use])).values(),
];
