import type { Localised } from "../book/numbers.ts";
import {
  type BookDocument,
  type BookEntry,
  bookLists,
  bookSettings,
  entriesOf,
  sourcesOf,
} from "./book-sections.ts";
import { isObject, leavesOf, sameJson } from "./json.ts";

/** One number, word or choice that is not the same in two books. */
export interface FieldDifference {
  /** In the entry: `labour.byCoats.0.value`; empty where the entry is a single value. */
  readonly field: string;
  /** JSON scalars; undefined where it does not stand. */
  readonly before: unknown;
  readonly after: unknown;
}

/** What happened to an entry or a setting between two books. */
export interface BookDifference {
  /** As in a draft's changes: `substrates/walls`, `labour`; the bare name of a list for its order. */
  readonly path: string;
  /** The entry's own words; null for settings, and for the order of a list. */
  readonly label: Localised | null;
  readonly kind: "added" | "removed" | "changed";
  /** Of what was changed; none for what came or went. */
  readonly fields: readonly FieldDifference[];
}

/**
 * What is different in one price book from another, in the order of the sections. The version, its id and whether it is
 * the example are not compared: they say which book it is.
 */
export function diffBooks(before: BookDocument, after: BookDocument): readonly BookDifference[] {
  const settings = bookSettings
    .filter((setting) => !sameJson(before[setting], after[setting]))
    .map((path) => changed(path, null, before[path], after[path]));
  const lists = bookLists.flatMap((list) => diffList(list, before, after));
  return [...settings, ...lists, ...diffEntries("sources", sourcesOf(before), sourcesOf(after))];
}

function diffList(
  list: (typeof bookLists)[number],
  before: BookDocument,
  after: BookDocument,
): readonly BookDifference[] {
  const old = entriesOf(before, list);
  const now = entriesOf(after, list);
  const differences = diffEntries(list, old, now);
  const [stayed, stay] = [idsIn(old, now), idsIn(now, old)];
  if (sameJson(stayed, stay)) return differences;
  const fields = [{ field: "order", before: stayed.join(", "), after: stay.join(", ") }];
  return [...differences, { path: list, label: null, kind: "changed", fields }];
}

/** The ids that both lists have, in the order of the first. */
function idsIn(entries: readonly BookEntry[], others: readonly BookEntry[]): readonly string[] {
  const both = new Set(others.map(({ id }) => id));
  return entries.map(({ id }) => id).filter((id) => both.has(id));
}

function diffEntries(
  section: string,
  before: readonly BookEntry[],
  after: readonly BookEntry[],
): readonly BookDifference[] {
  const old = new Map(before.map(({ id, value }) => [id, value]));
  const now = new Set(after.map(({ id }) => id));
  const gone = before
    .filter(({ id }) => !now.has(id))
    .map(({ id, value }) => ({
      path: `${section}/${id}`,
      label: labelOf(value),
      kind: "removed" as const,
      fields: [],
    }));
  const here = after.flatMap(({ id, value }): readonly BookDifference[] => {
    const path = `${section}/${id}`;
    if (!old.has(id)) return [{ path, label: labelOf(value), kind: "added", fields: [] }];
    const was = old.get(id);
    return sameJson(was, value) ? [] : [changed(path, labelOf(value), was, value)];
  });
  return [...here, ...gone];
}

function changed(
  path: string,
  label: Localised | null,
  before: unknown,
  after: unknown,
): BookDifference {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  const fields = [...new Set([...now.keys(), ...old.keys()])]
    .map((field) => ({ field, before: old.get(field), after: now.get(field) }))
    .filter((field) => !sameJson(field.before, field.after));
  return { path, label, kind: "changed", fields };
}

/** What an entry is called: its label; a colour's name; a source's own words. */
export function labelOf(value: unknown): Localised | null {
  if (typeof value === "string") return { en: value, es: value };
  if (!isObject(value)) return null;
  const { label, name } = value;
  if (typeof name === "string") return { en: name, es: name };
  if (!isObject(label)) return null;
  const { en, es } = label;
  return typeof en === "string" && typeof es === "string" ? { en, es } : null;
}
