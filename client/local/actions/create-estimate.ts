import type { Fields } from "../../../shared/estimate/entities.ts";
import { instantOf, type Local } from "../local.ts";
import { mutate } from "../mutate.ts";
import type { Row } from "../rows.ts";
import type { SaveResult } from "../save-result.ts";
import { currentPriceBookId } from "../newest-price-book.ts";

export interface NewEstimate {
  readonly customerId: string;
  readonly estimatorName: string;
  /** Whose it is: it stays on that person's tablets however old it gets. */
  readonly estimatorId?: string | undefined;
  /** An open Opportunity of the customer's to fill; none makes a new one. */
  readonly opportunityId?: string | null | undefined;
  /** The customer's name when left out. */
  readonly title?: string | undefined;
}

/**
 * Starts an estimate for a customer at their address, priced from the newest price book, which it keeps.
 *
 * `missing`: the customer is not on this tablet. `no_price_book`: none has reached it yet.
 */
export function createEstimate(local: Local, wanted: NewEstimate): Promise<SaveResult<string>> {
  const id = local.newId();
  return mutate(local, async (database) => {
    const customer = await database.customer.get(wanted.customerId);
    if (!customer) return { code: "missing" };
    const priceBookId = await currentPriceBookId(database);
    if (priceBookId === undefined) return { code: "no_price_book" };
    const fields = newEstimateFields(wanted, customer, priceBookId, instantOf(local));
    return {
      name: "estimate.create",
      estimateId: id,
      operations: [{ op: "add", entity: "estimate", id, fields }],
      value: id,
      undoable: false,
    };
  });
}

const newEstimateFields = (
  { customerId, estimatorName, estimatorId, opportunityId, title }: NewEstimate,
  { name, street, city, state, postalCode }: Row<"customer">,
  priceBookId: string,
  createdAt: string,
): Fields<"estimate"> => ({
  customerId,
  title: title ?? name,
  street,
  city,
  state,
  postalCode,
  priceBookId,
  opportunityId: opportunityId ?? null,
  yearBuilt: null,
  leadSafe: null,
  discounts: "",
  notesForCustomer: "",
  notesForCrew: "",
  createdAt,
  estimatorName,
  estimatorId: estimatorId ?? null,
  status: "draft",
  acceptedOption: null,
  acceptedTotal: null,
  acceptedAt: null,
  acceptedOn: null,
  crmState: "none",
  crmMessage: null,
  crmOpportunityId: null,
  crmQuoteId: null,
  crmSentAt: null,
});
