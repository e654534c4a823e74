import { isObject, valueAt } from "../edit/json.ts";
import { placeInBook } from "../price-book-fault.ts";
import type { SheetPlace } from "./sheet-fault.ts";

type Tree = Record<string, unknown> | unknown[];
const isTree = (value: unknown): value is Tree => isObject(value) || Array.isArray(value);

/** A document that is being made of a workbook, and where each part of it came from. */
export class BookUnderway {
  readonly document: Record<string, unknown>;
  /** By the way in the document: `substrates.3.labour.byCoats.0.value`. */
  readonly #places = new Map<string, SheetPlace>();
  /** The first place whose way begins with this one. */
  readonly #inside = new Map<string, SheetPlace>();

  constructor(document: Record<string, unknown>) {
    this.document = document;
  }

  /** Puts a value where the way leads; lists and objects on the way are made. Nothing is put for undefined. */
  set(way: string, value: unknown): void {
    if (value === undefined) return;
    const names = way.split(".");
    let here: Tree = this.document;
    for (const [index, name] of names.entries()) {
      const next = names[index + 1];
      if (next === undefined) put(here, name, value);
      else here = within(here, name, /^\d+$/.test(next));
    }
  }

  at(way: string): unknown {
    return valueAt(this.document, way);
  }

  /** How many entries the list there has. */
  count(way: string): number {
    const list = this.at(way);
    return Array.isArray(list) ? list.length : 0;
  }

  /** Remembers where a part of the document stands. Of two places the first counts. */
  mark(way: string, place: SheetPlace): void {
    if (!this.#places.has(way)) this.#places.set(way, place);
    for (let dot = way.lastIndexOf("."); dot > 0; dot = way.lastIndexOf(".", dot - 1)) {
      const outer = way.slice(0, dot);
      if (this.#inside.has(outer)) break;
      this.#inside.set(outer, place);
    }
  }

  /** Where what is wrong stands: the cell itself, else the nearest one of the same entry, list or setting. */
  placeOf(faultPath: string): SheetPlace | undefined {
    const { setting, entry, inside } = placeInBook(faultPath);
    const place = entry === null || setting === "sources" ? entry : this.#indexOf(setting, entry);
    let way = [setting, place, inside.replaceAll("/", ".")].filter(Boolean).join(".");
    while (way !== "") {
      const found = this.#places.get(way) ?? this.#inside.get(way);
      if (found !== undefined) return found;
      way = way.includes(".") ? way.slice(0, way.lastIndexOf(".")) : "";
    }
    return undefined;
  }

  /** Faults name an entry by its key, where it has one of its own. */
  #indexOf(list: string, entry: string): string {
    const entries = this.document[list];
    if (/^\d+$/.test(entry) || !Array.isArray(entries)) return entry;
    return String(entries.findIndex((value: unknown) => isObject(value) && value["key"] === entry));
  }
}

function put(tree: Tree, name: string, value: unknown): void {
  if (Array.isArray(tree)) tree[Number(name)] = value;
  else tree[name] = value;
}

function within(tree: Tree, name: string, isList: boolean): Tree {
  const known: unknown = Array.isArray(tree) ? tree[Number(name)] : tree[name];
  if (isTree(known)) return known;
  const made: Tree = isList ? [] : {};
  put(tree, name, made);
  return made;
}
