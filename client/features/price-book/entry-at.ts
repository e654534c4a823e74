import {
  isBookList,
  isBookSetting,
  splitPath,
} from "../../../shared/pricing/edit/book-sections.ts";
import type { ShownBook } from "./book-context.tsx";

/** What stands at a path of a book; undefined where nothing does. */
export function entryAt({ book, entries }: ShownBook, path: string): unknown {
  const { section, id } = splitPath(path);
  if (id === null) return isBookSetting(section) ? book[section] : undefined;
  if (section === "sources") return Object.hasOwn(book.sources, id) ? book.sources[id] : undefined;
  if (!isBookList(section)) return undefined;
  return entries(section).find((entry) => entry.id === id)?.value;
}
