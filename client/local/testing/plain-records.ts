import type { Fields } from "../../../shared/estimate/entities.ts";

/** A customer with nothing but what is given. */
export const plainCustomer = (part: Partial<Fields<"customer">>): Fields<"customer"> => ({
  name: "",
  phone: "",
  email: "",
  street: "",
  city: "",
  state: "",
  postalCode: "",
  salesforceAccountId: null,
  ...part,
});

/** A draft with nothing in it but what is given. */
export const plainEstimate = (
  part: Partial<Fields<"estimate">> & Pick<Fields<"estimate">, "customerId" | "createdAt">,
): Fields<"estimate"> => ({
  title: "",
  street: "",
  city: "",
  state: "",
  postalCode: "",
  priceBookId: "book-1",
  opportunityId: null,
  yearBuilt: null,
  leadSafe: null,
  discounts: "",
  notesForCustomer: "",
  notesForCrew: "",
  estimatorName: "",
  estimatorId: null,
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
  ...part,
});
