import type { RejectionReason } from "../../shared/sync/wire.ts";

/** What a rejection means to a person; tablets prefer their own words for the reason. */
export const rejectionMessages: Readonly<Record<RejectionReason, string>> = {
  missing_record: "This edit belongs to something that is not on the server.",
  id_taken: "Something else with the same identity is on the server already.",
  invalid_field: "This edit holds a value that is not allowed.",
  server_field: "This edit changes something that only the server may change.",
  estimate_accepted:
    "The estimate was accepted before this edit arrived; reopen it to change what was agreed.",
  acceptance_only: "What a customer agreed to changes only by accepting or reopening the estimate.",
  not_priceable: "The estimate could not be priced in full, so it was not accepted.",
  total_differs:
    "The estimate has changed since it was shown, so it was not accepted. Show the new total and ask again.",
  forbidden: "Your account may not make this change.",
  book_draft_exists: "A draft of the price book has been begun already; there is one at a time.",
  book_draft_gone: "This draft of the price book has been published or discarded.",
  stale_price_book:
    "The price book or its draft has changed since this was shown, so nothing was published or discarded.",
  invalid_price_book: "This price book cannot be priced with, so it was not published.",
  open_conflicts:
    "Two people have changed the same thing in this estimate. Settle that first, then accept it.",
  conflict_settled:
    "Somebody has settled this already, or has gone on changing it; nothing was changed.",
};
