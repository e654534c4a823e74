import type { BookUnderway } from "./book-underway.ts";
import { isInCurves, type ReadRow } from "./read-rows.ts";
import type { SheetFaults } from "./sheet-fault.ts";

/** Puts a row's values below a way in the document; those that begin with @ are not part of it. */
export function putRow(under: BookUnderway, row: ReadRow, way: string): void {
  under.mark(way, row.head);
  for (const [at, place] of row.places) {
    if (!at.startsWith("@")) under.mark(`${way}.${at.replace(/\.@.*$/, "")}`, place);
  }
  for (const [at, value] of row.values) {
    if (at.startsWith("@")) continue;
    const isRate = /^labour\.byCoats\.\d$/.test(at);
    if (!isRate) under.set(`${way}.${at}`, value);
    else if (!isInCurves(value)) under.set(`${way}.${at}.value`, value);
  }
}

/** Rows that are the entries of a list. */
export function placeList(
  under: BookUnderway,
  rows: readonly ReadRow[],
  list: string,
  born: Readonly<Record<string, () => unknown>> = {},
): void {
  for (const row of rows) {
    const way = `${list}.${under.count(list)}`;
    under.set(way, {});
    for (const [name, make] of Object.entries(born)) under.set(`${way}.${name}`, make());
    putRow(under, row, way);
  }
}

/** Where the entries of a list are, by key. */
export function waysIn(under: BookUnderway, list: string): ReadonlyMap<string, string> {
  const ways = new Map<string, string>();
  for (let index = 0; index < under.count(list); index += 1) {
    const key = under.at(`${list}.${index}.key`);
    if (typeof key === "string" && !ways.has(key)) ways.set(key, `${list}.${index}`);
  }
  return ways;
}

/** The way to the entry that a row belongs to; says so when there is none. */
export function ownerOf(
  row: ReadRow,
  at: string,
  ways: ReadonlyMap<string, string>,
  list: string,
  faults: SheetFaults,
): string | undefined {
  const key = row.values.get(at);
  const way = typeof key === "string" ? ways.get(key) : undefined;
  const place = row.places.get(at) ?? row.head;
  if (way === undefined) faults.say(place, key === undefined ? "missing" : "unknown_key", list);
  return way;
}

/** Rows that belong to entries of another sheet: cans to products. */
export function placeInside(
  under: BookUnderway,
  rows: readonly ReadRow[],
  owner: { readonly at: string; readonly list: string; readonly inside: string },
  faults: SheetFaults,
): void {
  const ways = waysIn(under, owner.list);
  for (const row of rows) {
    const way = ownerOf(row, owner.at, ways, owner.list, faults);
    if (way === undefined) continue;
    const list = `${way}.${owner.inside}`;
    under.mark(list, row.head);
    const entry = `${list}.${under.count(list)}`;
    under.set(entry, {});
    putRow(under, row, entry);
  }
}
