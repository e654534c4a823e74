import {
  type BookDocument,
  type BookEntry,
  type BookList,
  bookLists,
  bookSettings,
  entriesOf,
  sourcesOf,
  splitPath,
} from "./book-sections.ts";
import { sameJson } from "./json.ts";

/**
 * One entry or setting of a draft that is not as in the book it starts from.
 *
 * `path` is `substrates/walls` for an entry, `sources/our-crew` for a source, `labour` for a setting, and the bare
 * name of a list for the order of its entries (a JSON list of ids). `value` is JSON text; null takes the entry out.
 */
export interface BookChange {
  readonly path: string;
  readonly value: string | null;
}

/** What is no JSON stands as its text, so that checking the book names it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The later of two changes to the same path holds. */
const byPath = (changes: readonly BookChange[]): ReadonlyMap<string, string | null> =>
  new Map(changes.map(({ path, value }) => [path, value]));

/** The entries of a section with its changes: taken out, replaced where they stood, or added at the end. */
function changedEntries(
  section: string,
  before: readonly BookEntry[],
  changes: readonly BookChange[],
): readonly BookEntry[] {
  const wanted = new Map<string, string | null>();
  for (const [path, value] of byPath(changes)) {
    const { section: name, id } = splitPath(path);
    if (name === section && id !== null) wanted.set(id, value);
  }
  const known = new Set(before.map(({ id }) => id));
  const added = [...wanted.keys()]
    .filter((id) => !known.has(id))
    .map((id) => ({ id, value: null }));
  return [...before, ...added].flatMap((entry) => {
    const value = wanted.get(entry.id);
    if (value === undefined) return [entry];
    return value === null ? [] : [{ id: entry.id, value: parsed(value) }];
  });
}

/** Entries in the order of the ids; those that it does not name follow as they were. */
function inOrder(entries: readonly BookEntry[], order: unknown): readonly BookEntry[] {
  if (!Array.isArray(order)) return entries;
  const places = new Map(order.map((id: unknown, place) => [id, place]));
  const place = ({ id }: BookEntry): number => places.get(id) ?? places.size;
  return entries.toSorted((one, other) => place(one) - place(other));
}

/** The entries of a list as a draft has them, in the draft's order. */
export function draftEntries(
  book: BookDocument,
  changes: readonly BookChange[],
  list: BookList,
): readonly BookEntry[] {
  const entries = changedEntries(list, entriesOf(book, list), changes);
  const order = byPath(changes).get(list);
  return typeof order === "string" ? inOrder(entries, parsed(order)) : entries;
}

/**
 * A published book with a draft's changes: a document, which may not be a price book yet. Never throws; what the
 * changes cannot mean (a section of a newer version of the app) stands in the document for the check to name.
 */
export function applyChanges(book: BookDocument, changes: readonly BookChange[]): BookDocument {
  const wanted = byPath(changes);
  const document: Record<string, unknown> = { ...book };
  for (const setting of bookSettings) {
    const value = wanted.get(setting);
    if (value !== undefined) document[setting] = value === null ? null : parsed(value);
  }
  const sections = new Set([...wanted.keys()].map((path) => splitPath(path).section));
  for (const list of bookLists)
    if (sections.has(list))
      document[list] = draftEntries(book, changes, list).map(({ value }) => value);
  if (sections.has("sources"))
    document["sources"] = Object.fromEntries(
      changedEntries("sources", sourcesOf(book), changes).map(({ id, value }) => [id, value]),
    );
  const known = new Set<string>([...bookSettings, ...bookLists, "sources"]);
  for (const [path, value] of wanted)
    if (!known.has(splitPath(path).section)) document[path] = value;
  return document;
}

/** The fewest changes that make one book of another: what a draft of `after` on top of `before` consists of. */
export function changesBetween(before: BookDocument, after: BookDocument): readonly BookChange[] {
  const settings = bookSettings
    .filter((setting) => !sameJson(before[setting], after[setting]))
    .map((path) => ({ path, value: JSON.stringify(after[path] ?? null) }));
  const sources = entryChanges("sources", sourcesOf(before), sourcesOf(after));
  return [
    ...settings,
    ...sources,
    ...bookLists.flatMap((list) => listChanges(list, before, after)),
  ];
}

function listChanges(
  list: BookList,
  before: BookDocument,
  after: BookDocument,
): readonly BookChange[] {
  const wanted = entriesOf(after, list);
  const changes = entryChanges(list, entriesOf(before, list), wanted);
  const order = wanted.map(({ id }) => id);
  const comes = draftEntries(before, changes, list).map(({ id }) => id);
  return sameJson(order, comes)
    ? changes
    : [...changes, { path: list, value: JSON.stringify(order) }];
}

function entryChanges(
  section: string,
  before: readonly BookEntry[],
  after: readonly BookEntry[],
): readonly BookChange[] {
  const old = new Map(before.map(({ id, value }) => [id, value]));
  const kept = new Set(after.map(({ id }) => id));
  return [
    ...before
      .filter(({ id }) => !kept.has(id))
      .map(({ id }) => ({ path: `${section}/${id}`, value: null })),
    ...after
      .filter(({ id, value }) => !old.has(id) || !sameJson(old.get(id), value))
      .map(({ id, value }) => ({ path: `${section}/${id}`, value: JSON.stringify(value) })),
  ];
}
