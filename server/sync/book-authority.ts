import { asRecordOf } from "../../shared/estimate/record.ts";
import { isPublishable } from "../../shared/pricing/publication.ts";
import type { BookMutation } from "../../shared/sync/book-mutations.ts";
import type { Mutation } from "../../shared/sync/mutation.ts";
import type { RejectionReason } from "../../shared/sync/wire.ts";
import type { WorkingSet } from "./working-set.ts";

type Operations = Mutation["operations"];

/**
 * The further rules of `book.draft`, `book.edit`, `book.discard` and `book.publish`, once their operations are
 * staged: whole or not at all, and never over what somebody else has done meanwhile.
 *
 * @param clashed whether one of its operations met another edit.
 */
export async function bookRefusal(
  records: WorkingSet,
  name: BookMutation,
  operations: Operations,
  clashed: boolean,
): Promise<RejectionReason | null> {
  switch (name) {
    case "book.draft":
      return (await goneDraft(records, operations)) ?? (await secondDraft(records));
    case "book.edit":
      return goneDraft(records, operations);
    case "book.discard":
      return (await isUnseen(records, operations, clashed)) ? "stale_price_book" : null;
    case "book.publish":
      if (await isUnseen(records, operations, clashed)) return "stale_price_book";
      return publicationProblem(records, operations);
  }
}

/** A late edit of a draft that is over would change nothing that anybody ever sees. */
async function goneDraft(
  records: WorkingSet,
  operations: Operations,
): Promise<RejectionReason | null> {
  for (const { entity, id } of operations) {
    const state = await records.read(entity, id);
    const draftId = entity === "bookDraft" ? id : String(state?.fields["draftId"]);
    const draft = await records.read("bookDraft", draftId);
    if (draft === undefined || draft.deleted) return "book_draft_gone";
  }
  return null;
}

/** Two drafts side by side would each be published over the other. */
const secondDraft = async (records: WorkingSet): Promise<RejectionReason | null> =>
  (await records.readLiving("bookDraft")).length > 1 ? "book_draft_exists" : null;

/** Whether a draft would end with something in it that the author has not seen. */
async function isUnseen(
  records: WorkingSet,
  operations: Operations,
  clashed: boolean,
): Promise<boolean> {
  if (clashed) return true;
  const ended = new Set(
    operations.filter(({ entity }) => entity === "bookDraft").map(({ id }) => id),
  );
  if (ended.size === 0) return false;
  const left = await records.readLiving("bookChange");
  return left.some(({ fields }) => ended.has(String(fields["draftId"])));
}

/** A book is published on top of the newest one, and only as what it says it is. */
async function publicationProblem(
  records: WorkingSet,
  operations: Operations,
): Promise<RejectionReason | null> {
  const [added, ...more] = operations.filter(({ entity }) => entity === "priceBook");
  if (added?.op !== "add" || more.length > 0) return "invalid_field";
  const book = asRecordOf("priceBook", added.id, added.fields);
  if (book === null || book.publishedAt === null) return "invalid_field";
  const others = (await records.readLiving("priceBook")).filter(({ id }) => id !== added.id);
  const newest = Math.max(0, ...others.map(({ fields }) => Number(fields["version"])));
  if (book.version !== newest + 1) return "stale_price_book";
  return isPublishable(added.id, book) ? null : "invalid_price_book";
}
