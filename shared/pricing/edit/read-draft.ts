import * as z from "zod/mini";
import { type PriceBook, priceBookSchema } from "../price-book.ts";
import { applyChanges, type BookChange } from "./apply-changes.ts";
import {
  type BookDocument,
  type BookList,
  type BookSetting,
  isBookList,
  isBookSetting,
  splitPath,
} from "./book-sections.ts";

/** A draft as screens show it: the document, and the price book that it is if it has the shape of one. */
export interface DraftBook {
  readonly document: BookDocument;
  /** Null: a change came from elsewhere that this version of the app cannot show. */
  readonly book: PriceBook | null;
}

/** The draft that changes make of a published book. Whether it may be published is for `checkPriceBook` to say. */
export function readDraft(base: PriceBook, changes: readonly BookChange[]): DraftBook {
  if (changes.length === 0) return { document: base, book: base };
  const document = applyChanges(base, changes);
  const read = z.safeParse(priceBookSchema, document);
  return { document, book: read.success ? read.data : null };
}

const sourceSchema = priceBookSchema.shape.sources;

/**
 * Whether a value can stand at a path of a draft: it has the shape and the limits of its section. What it refers to,
 * and whether the list has it already, is not asked: a draft may be on its way.
 */
export function canStand(path: string, value: unknown): boolean {
  const { section, id } = splitPath(path);
  if (section === "sources" && id !== null)
    return z.safeParse(sourceSchema, { [id]: value }).success;
  if (id !== null && isBookList(section)) return fitsList(section, [value]);
  return id === null && isBookSetting(section) && fitsSetting(section, value);
}

const fitsList = (list: BookList, entries: readonly unknown[]): boolean =>
  z.safeParse(priceBookSchema.shape[list], entries).success;
const fitsSetting = (setting: BookSetting, value: unknown): boolean =>
  z.safeParse(priceBookSchema.shape[setting], value).success;
