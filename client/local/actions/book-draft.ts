import type { BookChange } from "../../../shared/pricing/edit/apply-changes.ts";
import { draftEntries } from "../../../shared/pricing/edit/apply-changes.ts";
import {
  type BookDocument,
  isBookList,
  sourcesOf,
  splitPath,
} from "../../../shared/pricing/edit/book-sections.ts";
import { MAX_OPERATIONS } from "../../../shared/sync/mutation.ts";
import type { Operation } from "../../../shared/sync/operations.ts";
import type { PaintboxDatabase } from "../database.ts";
import { instantOf, type Local } from "../local.ts";
import { mutate } from "../mutate.ts";
import { newestPriceBookId } from "../newest-price-book.ts";
import { readChanges, readDraftRow } from "../queries/book-draft.ts";
import { readPriceBook } from "../queries/price-books.ts";
import type { Row } from "../rows.ts";
import type { SaveResult } from "../save-result.ts";
import { removal } from "./remove-record.ts";

/** One more than the changes that a draft can hold: publishing takes all of them away in one edit. */
const MAX_CHANGES = MAX_OPERATIONS - 2;

/**
 * What happens to one path of a draft. `value` is JSON text; null takes the entry out of the book, undefined makes it
 * again what it is in the book that the draft starts from.
 */
export interface BookEdit {
  readonly path: string;
  readonly value: string | null | undefined;
}

/** Follows from what the draft says now: keys that are pressed quickly build on one another. */
export type BookPlan = (current: (path: string) => unknown) => readonly BookEdit[];

export interface BookAuthor {
  /** The name of the manager, for whoever finds the draft. */
  readonly startedBy: string;
  /** The same for one focus of one field: its keys become one step of undo. */
  readonly gesture?: string | undefined;
}

/**
 * Changes the draft of the price book, and begins one on top of the newest book where there is none. The draft's id
 * is the owner of its undo history.
 *
 * `no_price_book`: none has reached this tablet yet. `invalid`: more changes than one publication can hold.
 *
 * @returns the draft's id.
 */
export function editBook(
  local: Local,
  plan: BookPlan,
  { startedBy, gesture }: BookAuthor,
): Promise<SaveResult<string>> {
  const newDraftId = local.newId();
  return mutate(local, async (database) => {
    const draft = await readDraftRow(database);
    const priceBookId = draft?.priceBookId ?? (await newestPriceBookId(database));
    if (priceBookId === undefined) return { code: "no_price_book" };
    const draftId = draft?.id ?? newDraftId;
    const rows = draft ? await readChanges(database, draftId) : [];
    const base = await readPriceBook(local, priceBookId);
    if (!base) return { code: "no_price_book" };
    const edits = plan((path) => valueIn(base, rows, path));
    const operations = edits.flatMap((edit) => editOperations(local, draftId, rows, edit));
    if (rows.length + operations.length > MAX_CHANGES)
      return { code: "invalid", message: "more changes than one publication can hold" };
    const fields = { priceBookId, startedBy, startedAt: instantOf(local), note: "" };
    const birth: Operation = { op: "add", entity: "bookDraft", id: draftId, fields };
    return {
      name: draft ? "book.edit" : "book.draft",
      estimateId: draftId,
      operations: draft ? operations : [birth, ...operations],
      value: draftId,
      gesture,
    };
  });
}

/** Throws the draft away with everything in it. Undo brings it back. */
export const discardBook = (local: Local): Promise<SaveResult<string | null>> =>
  mutate(local, async (database) => {
    const draft = await readDraftRow(database);
    if (!draft) return { name: "book.discard", estimateId: "", operations: [], value: null };
    return {
      name: "book.discard",
      estimateId: draft.id,
      operations: await endOfDraft(database, draft),
      value: draft.id,
    };
  });

/** Takes the changes away first: one that is left over would belong to nothing. */
export async function endOfDraft(
  database: PaintboxDatabase,
  draft: Row<"bookDraft">,
): Promise<readonly Operation[]> {
  const changes = await readChanges(database, draft.id);
  return [...changes.map((row) => removal("bookChange", row)), removal("bookDraft", draft)];
}

function editOperations(
  local: Local,
  draftId: string,
  rows: readonly Row<"bookChange">[],
  { path, value }: BookEdit,
): readonly Operation[] {
  const known = rows.filter((row) => row.path === path);
  if (value === undefined) return known.map((row) => removal("bookChange", row));
  const last = known.at(-1);
  if (!last) {
    const fields = { draftId, path, value };
    return [{ op: "add", entity: "bookChange", id: local.newId(), fields }];
  }
  if (last.value === value) return [];
  const { id, value: from } = last;
  return [{ op: "set", entity: "bookChange", id, field: "value", from, to: value }];
}

/** What stands at a path of the draft; undefined where nothing does. */
function valueIn(base: BookDocument, changes: readonly BookChange[], path: string): unknown {
  const own = changes.findLast((change) => change.path === path);
  if (own) return own.value === null ? undefined : JSON.parse(own.value);
  const { section, id } = splitPath(path);
  if (id === null) return base[section];
  const entries = isBookList(section) ? draftEntries(base, [], section) : sourcesOf(base);
  return entries.find((entry) => entry.id === id)?.value;
}

/**
 * Begins a new draft on top of the newest book with these changes; a draft that there is, is discarded first. So an
 * older version comes back: as a draft that says what it said.
 *
 * @returns the draft's id.
 */
export async function replaceDraft(
  local: Local,
  changes: readonly BookChange[],
  startedBy: string,
): Promise<SaveResult<string>> {
  const discarded = await discardBook(local);
  return discarded.ok ? editBook(local, () => changes, { startedBy }) : discarded;
}
