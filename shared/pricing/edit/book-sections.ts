import { isObject, type JsonObject } from "./json.ts";

/** A list of the price book whose entries are edited one by one. */
export const bookLists = [
  "scopes",
  "colourSlots",
  "sheens",
  "substrates",
  "products",
  "colours",
  "heightBands",
  "access",
  "occupancy",
  "conditions",
  "colourChanges",
  "textures",
  "methods",
  "primers",
  "prepTasks",
  "prepLevels",
  "options",
  "addOns",
  "sundries",
  "discounts",
  "financing",
] as const;
export type BookList = (typeof bookLists)[number];

/** A part of the price book that is edited as one. */
export const bookSettings = [
  "name",
  "labour",
  "openings",
  "paintPooling",
  "profit",
  "minimumCharge",
  "leadSafe",
  "listDiscount",
  "salesTax",
  "payments",
  "hints",
] as const;
export type BookSetting = (typeof bookSettings)[number];

export const isBookList = (name: string): name is BookList =>
  bookLists.some((list) => list === name);
export const isBookSetting = (name: string): name is BookSetting =>
  bookSettings.some((setting) => setting === name);

/** A price book's document: a `PriceBook`, or what may yet become one. */
export type BookDocument = JsonObject;

/** One entry of a list, under the id that its path names it by. */
export interface BookEntry {
  readonly id: string;
  readonly value: unknown;
}

const MAX_ID = 40;

/** Small letters, digits and dashes: what a path and a key may be made of. Letters lose their accents. */
export const slug = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, MAX_ID)
    .replace(/-$/, "");

/** A name that none of the others has: `white`, else `white-2`, and so on. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let count = 2; ; count += 1) {
    const ending = `-${count}`;
    const id = `${wanted.slice(0, MAX_ID - ending.length)}${ending}`;
    if (!taken.has(id)) return id;
  }
}

/** Colours have no key of their own: they are found by name and code. */
function idOf(list: BookList, value: unknown): string {
  if (!isObject(value)) return "entry";
  const { key, name, code } = value;
  if (list !== "colours") return typeof key === "string" ? slug(key) : "entry";
  return slug(`${typeof name === "string" ? name : ""} ${typeof code === "string" ? code : ""}`);
}

/** The entries of a list in their order, each with an id of its own. */
export function entriesOf(book: BookDocument, list: BookList): readonly BookEntry[] {
  const values = book[list];
  if (!Array.isArray(values)) return [];
  const taken = new Set<string>();
  return values.map((value: unknown) => {
    const id = freeId(idOf(list, value) || "entry", taken);
    taken.add(id);
    return { id, value };
  });
}

/** In plain words where the numbers come from, by key. */
export const sourcesOf = (book: BookDocument): readonly BookEntry[] =>
  isObject(book["sources"])
    ? Object.entries(book["sources"]).map(([id, value]) => ({ id, value }))
    : [];

/** `substrates/walls` is the list and the id in it; `labour` a setting; `substrates` alone the order of the list. */
export function splitPath(path: string): { readonly section: string; readonly id: string | null } {
  const slash = path.indexOf("/");
  if (slash < 0) return { section: path, id: null };
  return { section: path.slice(0, slash), id: path.slice(slash + 1) };
}
