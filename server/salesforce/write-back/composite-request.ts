import * as z from "zod/mini";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { DATA_PATH } from "../api-version.ts";
import { MAX_QUERIES_AND_COLLECTIONS, type Subrequest } from "../composite.ts";
import type { AcceptedEstimate } from "./accepted-estimate.ts";
import { describedLines, dollars, lineParts } from "./booked-lines.ts";
import { derivedId, EXTERNAL_ID } from "./external-id.ts";
import type { Booking, OrgSetup } from "./org-setup.ts";
import type { Standing } from "./standing.ts";

/** Names of the parts whose answers are read. */
export const QUOTE_READ_BACK = "quoteAfter";
export const OPPORTUNITY_READ_BACK = "opportunityAfter";

/** The longest texts Salesforce takes. */
const LONGEST = {
  opportunityName: 120,
  quoteName: 255,
  firstName: 40,
  lastName: 80,
  email: 80,
} as const;

type Fields = Readonly<Record<string, unknown>>;

/**
 * The whole write of an accepted estimate, for one all-or-none composite call: upserts by external id,
 * parents first. Made from the same estimate it is the same call, so that it may be sent again and again.
 *
 * A quote stays unsynced and Opportunity.Amount is set directly: it is writable as long as the
 * opportunity has no products of its own, and the caller checks afterwards that it took.
 *
 * @param insists whether a customer is made although a duplicate rule warns of it.
 * @returns null when the estimate has more lines than one call can carry.
 */
export function compositeRequest(
  accepted: AcceptedEstimate,
  setup: OrgSetup,
  standing: Standing,
  insists = false,
): readonly Subrequest[] | null {
  const { id } = accepted.estimate;
  const { booking } = setup;
  const lines = lineParts(accepted, booking, standing);
  if (lines.length > MAX_QUERIES_AND_COLLECTIONS) return null;
  const reads = [readBack(OPPORTUNITY_READ_BACK, "Opportunity", id, ["Id", "AccountId", "Amount"])];
  if (booking.kind === "quote")
    reads.unshift(readBack(QUOTE_READ_BACK, "Quote", id, ["Id", "QuoteNumber", "GrandTotal"]));
  return [
    ...customerParts(accepted.customer).map((part) => (insists ? insisting(part) : part)),
    opportunityPart(accepted, setup, standing),
    ...(booking.kind === "quote" ? [quotePart(accepted, booking, standing)] : []),
    ...lines,
    ...reads,
  ];
}

const insisting = (part: Subrequest): Subrequest => ({
  ...part,
  httpHeaders: { "Sforce-Duplicate-Rule-Header": "allowSave=true" },
});

const filled = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== "" && value !== null));

const upsertPath = (object: string, id: string): string =>
  `${DATA_PATH}/sobjects/${object}/${EXTERNAL_ID}/${encodeURIComponent(id)}`;

const upsert = (referenceId: string, object: string, id: string, body: Fields): Subrequest => ({
  method: "PATCH",
  url: upsertPath(object, id),
  referenceId,
  body,
});

/** A customer made on the spot, and the person to call; a customer from Salesforce is left as it is. */
function customerParts(customer: RecordOf<"customer">): readonly Subrequest[] {
  if (customer.salesforceAccountId !== null) return [];
  const { name, phone, street, city, state, postalCode } = customer;
  const email = sendableEmail(customer.email);
  const account = upsert(
    "account",
    "Account",
    customer.id,
    filled({
      Name: name,
      Phone: phone,
      BillingStreet: street,
      BillingCity: city,
      BillingState: state,
      BillingPostalCode: postalCode,
    }),
  );
  if (phone === "" && email === "") return [account];
  const contact = upsert(
    "contact",
    "Contact",
    derivedId("contact", customer.id),
    filled({
      ...personName(name),
      Phone: phone,
      Email: email,
      Account: { [EXTERNAL_ID]: customer.id },
    }),
  );
  return [account, contact];
}

const emailSchema = z.email();

/**
 * Salesforce refuses the whole write for one e-mail address with a slip in it, and an address is not what
 * the customer agreed to: it stays with us, where it can be put right.
 */
const sendableEmail = (email: string): string =>
  email.length <= LONGEST.email && z.safeParse(emailSchema, email).success ? email : "";

/** Salesforce wants a last name and no more; with one word, that is it. */
function personName(name: string): Fields {
  const words = name.trim().split(/\s+/);
  return {
    FirstName: words.slice(0, -1).join(" ").slice(0, LONGEST.firstName),
    LastName: (words.at(-1) ?? name).slice(0, LONGEST.lastName),
  };
}

function opportunityPart(
  accepted: AcceptedEstimate,
  setup: OrgSetup,
  standing: Standing,
): Subrequest {
  const { estimate, customer } = accepted;
  const won = wonFields(accepted, setup, standing);
  if (standing.named && standing.opportunityId === null)
    return {
      method: "PATCH",
      url: `${DATA_PATH}/sobjects/Opportunity/${standing.named.id}`,
      referenceId: "opportunity",
      body: { ...won, [EXTERNAL_ID]: estimate.id },
    };
  // What people in the office renamed or moved to another account stays as they left it.
  if (standing.opportunityId !== null)
    return upsert("opportunity", "Opportunity", estimate.id, won);
  const account =
    customer.salesforceAccountId === null
      ? { Account: { [EXTERNAL_ID]: customer.id } }
      : { AccountId: customer.salesforceAccountId };
  // A job that nobody named bears the customer's name already.
  const parts = new Set([customer.name, estimate.title].filter((part) => part !== ""));
  const name = [...parts].join(" - ");
  return upsert("opportunity", "Opportunity", estimate.id, {
    ...won,
    ...account,
    Name: name.slice(0, LONGEST.opportunityName),
  });
}

function wonFields(
  accepted: AcceptedEstimate,
  { stageName, booking }: OrgSetup,
  standing: Standing,
): Fields {
  const won = { StageName: stageName, CloseDate: accepted.acceptedOn };
  const Amount = dollars(accepted.totalCents);
  switch (booking.kind) {
    case "quote":
      return { ...won, Amount };
    case "description":
      return { ...won, Amount, Description: describedLines(accepted, standing.description) };
    case "products": {
      // The amount is the sum of the products; their price book can be chosen while there are none.
      const { pricebookId: Pricebook2Id } = booking.entry;
      return standing.lines.length === 0 ? { ...won, Pricebook2Id } : won;
    }
  }
}

function quotePart(
  { estimate, customer, taxCents }: AcceptedEstimate,
  { quoteStatus, entry, takesTax }: Extract<Booking, { kind: "quote" }>,
  standing: Standing,
): Subrequest {
  const name = (estimate.title || customer.name).slice(0, LONGEST.quoteName);
  const fields = {
    ...filled({ Name: name, Status: quoteStatus }),
    // Also when there is none: an earlier acceptance may have left one.
    ...(takesTax && { Tax: taxCents === 0 ? null : dollars(taxCents) }),
  };
  // Both can be set at creation only (the price book: while there are no lines).
  const creation = { Opportunity: { [EXTERNAL_ID]: estimate.id }, Pricebook2Id: entry.pricebookId };
  return upsert(
    "quote",
    "Quote",
    estimate.id,
    standing.quoteId === null ? { ...fields, ...creation } : fields,
  );
}

const readBack = (
  referenceId: string,
  object: string,
  id: string,
  fields: readonly string[],
): Subrequest => ({
  method: "GET",
  url: `${upsertPath(object, id)}?fields=${fields.join(",")}`,
  referenceId,
});
