import * as z from "zod/mini";
import { type PriceBook, PREP_BY_OPTION, priceBookSchema } from "./price-book.ts";

/** What is wrong with a price book, with the place in it: for the manager who edits it. */
export interface PriceBookFault {
  readonly code: "not_json" | "shape" | "duplicate_key" | "unknown_key" | "unknown_source";
  /** A path into the document, `substrates.3.scope`; empty for the whole. */
  readonly path: string;
  readonly found: string;
}

export type ParsedPriceBook =
  | { readonly ok: true; readonly value: PriceBook }
  | { readonly ok: false; readonly error: PriceBookFault };

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const fault = (code: PriceBookFault["code"], path: string, found: string): PriceBookFault => ({
  code,
  path,
  found,
});

/** The lists whose entries are looked up by key. */
const keyedLists = [
  "colourSlots",
  "sheens",
  "scopes",
  "substrates",
  "heightBands",
  "access",
  "occupancy",
  "prepLevels",
  "products",
  "options",
] as const;

function duplicateKey(book: PriceBook): PriceBookFault | null {
  for (const list of keyedLists) {
    const seen = new Set<string>();
    for (const [index, { key }] of book[list].entries()) {
      if (seen.has(key)) return fault("duplicate_key", `${list}.${index}.key`, key);
      seen.add(key);
    }
  }
  return null;
}

/** Every reference by key: where it stands, which list must hold it. */
function* references(book: PriceBook) {
  for (const [index, { scope, colourSlot }] of book.substrates.entries()) {
    yield { path: `substrates.${index}.scope`, list: "scopes", key: scope } as const;
    yield { path: `substrates.${index}.colourSlot`, list: "colourSlots", key: colourSlot } as const;
  }
  for (const [index, option] of book.options.entries()) {
    for (const [at, choice] of option.scopes.entries()) {
      const path = `options.${index}.scopes.${at}`;
      yield { path: `${path}.scope`, list: "scopes", key: choice.scope } as const;
      yield { path: `${path}.product`, list: "products", key: choice.product } as const;
      yield { path: `${path}.sheen`, list: "sheens", key: choice.sheen } as const;
      yield { path: `${path}.prep`, list: "prepLevels", key: choice.prep } as const;
    }
  }
}

function unknownKey(book: PriceBook): PriceBookFault | null {
  for (const { path, list, key } of references(book)) {
    if (!book[list].some((entry) => entry.key === key)) return fault("unknown_key", path, key);
  }
  const reserved = book.prepLevels.findIndex((level) => level.key === PREP_BY_OPTION);
  return reserved < 0 ? null : fault("duplicate_key", `prepLevels.${reserved}.key`, PREP_BY_OPTION);
}

/** Every `source` in the document must be a key of `sources`: no number without where it comes from. */
function unknownSource(book: PriceBook, value: unknown, path: string): PriceBookFault | null {
  if (typeof value !== "object" || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    const at = path === "" ? name : `${path}.${name}`;
    if (at === "sources") continue;
    if (name === "source" && typeof inner === "string") {
      if (!Object.hasOwn(book.sources, inner)) return fault("unknown_source", at, inner);
    } else {
      const deeper = unknownSource(book, inner, at);
      if (deeper !== null) return deeper;
    }
  }
  return null;
}

/**
 * Reads a price book's document: its shape, that keys are distinct, that what it refers to exists and that
 * every number names its source. What passes can be priced with.
 *
 * @param document JSON text, as a `priceBook` record carries it.
 */
export function parsePriceBook(document: string): ParsedPriceBook {
  const json = parseJson(document);
  if (json === undefined) return { ok: false, error: fault("not_json", "", "") };
  const shaped = z.safeParse(priceBookSchema, json);
  if (!shaped.success) {
    const issue = shaped.error.issues[0];
    const path = issue?.path.map(String).join(".") ?? "";
    return { ok: false, error: fault("shape", path, issue?.message ?? "") };
  }
  const book = shaped.data;
  const error = duplicateKey(book) ?? unknownKey(book) ?? unknownSource(book, book, "");
  return error === null ? { ok: true, value: book } : { ok: false, error };
}
