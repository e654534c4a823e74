import type { MutationName } from "../../../shared/sync/mutation.ts";
import type { RejectionReason } from "../../../shared/sync/wire.ts";
import type { EditWords } from "./use-edit-words.ts";

/** What the painter did, as the tray names it. */
export function mutationWords(name: MutationName, t: EditWords): string {
  switch (name) {
    case "customer.create":
    case "customer.edit":
      return t.didCustomer;
    case "estimate.create":
    case "estimate.edit":
    case "estimate.remove":
    case "estimate.restore":
    case "estimate.assign":
      return t.didEstimate;
    case "estimate.accept":
      return t.didAccept;
    case "estimate.reopen":
      return t.didReopen;
    case "estimate.reprice":
      return t.didReprice;
    case "area.add":
    case "area.edit":
    case "area.clone":
    case "area.move":
    case "area.remove":
    case "area.restore":
      return t.didArea;
    case "surface.add":
    case "surface.edit":
    case "surface.remove":
    case "surface.restore":
      return t.didSurface;
    case "item.add":
    case "item.edit":
    case "item.remove":
    case "item.restore":
      return t.didItem;
    case "book.draft":
    case "book.discard":
      return t.didBookDraft;
    case "book.edit":
      return t.didBookEntry;
    case "book.publish":
      return t.didBookPublish;
    case "conflict.resolve":
      return t.didSettle;
    case "edit.undo":
    case "edit.redo":
      return t.didUndo;
  }
}

/** Why the server said no, and what to do about it. */
export function reasonWords(reason: RejectionReason | null, t: EditWords): string {
  switch (reason) {
    case "missing_record":
      return t.whyMissing;
    case "id_taken":
    case "invalid_field":
    case "server_field":
    case "acceptance_only":
    case null:
      return t.whyInvalid;
    case "estimate_accepted":
      return t.whyAccepted;
    case "not_priceable":
      return t.whyNotPriceable;
    case "total_differs":
      return t.whyTotal;
    case "forbidden":
      return t.whyForbidden;
    case "book_draft_exists":
      return t.whyDraftExists;
    case "book_draft_gone":
      return t.whyDraftGone;
    case "stale_price_book":
      return t.whyStaleBook;
    case "invalid_price_book":
      return t.whyInvalidBook;
    case "open_conflicts":
      return t.whyOpenConflicts;
    case "conflict_settled":
      return t.whySettled;
  }
}
