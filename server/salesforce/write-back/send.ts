import * as z from "zod/mini";
import type { SalesforceClient } from "../client.ts";
import { partAs, type CompositeAnswer } from "../composite.ts";
import { type Answer, answered, retryAdvice, type SalesforceError } from "../errors.ts";
import type { AcceptedEstimate } from "./accepted-estimate.ts";
import { compositeRequest, OPPORTUNITY_READ_BACK, QUOTE_READ_BACK } from "./composite-request.ts";
import type { OrgSetup } from "./org-setup.ts";
import { ownRefusal, type Refusal, refusalOf, totalDiffers } from "./refusal.ts";
import { readStanding, type Standing } from "./standing.ts";

/** Where an estimate stands in Salesforce now. */
export interface SentTo {
  readonly opportunityId: string;
  /** Null in an org without quotes. */
  readonly quoteId: string | null;
  readonly accountId: string | null;
}

export type Outcome =
  | { readonly kind: "sent"; readonly to: SentTo }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "retry"; readonly error: SalesforceError };

const refused = (refusal: Refusal): Outcome => ({ kind: "refused", refusal });

/**
 * Tells Salesforce about an accepted estimate. Repeating it after a lost answer, a time-out or a crash at
 * any moment ends in the same one Opportunity with the same one Quote.
 *
 * @param insists whether a new customer is made although a duplicate rule of the org warns of it.
 */
export async function sendEstimate(
  salesforce: SalesforceClient,
  setup: OrgSetup,
  accepted: AcceptedEstimate,
  insists = false,
): Promise<Outcome> {
  const { id, opportunityId } = accepted.estimate;
  const standing = await readStanding(salesforce, setup.booking.kind, id, opportunityId);
  if (!standing.ok) return failure(standing.error);
  const obstacle = obstacleIn(standing.value, id, opportunityId);
  if (obstacle !== null) return refused(ownRefusal("occupied", obstacle));
  const request = compositeRequest(accepted, setup, standing.value, insists);
  if (!request) return refused(ownRefusal("unusable", TOO_MANY_LINES));
  const answer = await salesforce.composite(request, {
    allOrNone: true,
    purpose: "write",
    repeatable: false,
  });
  if (!answer.ok) return failure(answer.error);
  return compared(answer.value, setup.booking.kind === "quote", accepted.totalCents);
}

const TOO_MANY_LINES =
  "This estimate has too many lines for Salesforce. Split it into two estimates.";

const failure = (error: SalesforceError): Outcome =>
  retryAdvice(error.code) === "never" ? refused(refusalOf(error)) : { kind: "retry", error };

/** What a write would get wrong, in words, or null. */
function obstacleIn(
  { opportunityId, named }: Standing,
  estimateId: string,
  wanted: string | null,
): string | null {
  if (wanted === null) return null;
  if (opportunityId !== null)
    return opportunityId === wanted
      ? null
      : "This estimate already fills another Opportunity in Salesforce. Clear the chosen Opportunity and accept it again.";
  if (!named)
    return "The Opportunity this estimate was made for is no longer in Salesforce. Choose another one, or none, and accept it again.";
  if (named.paintboxId !== null && named.paintboxId !== estimateId)
    return "The chosen Opportunity in Salesforce already holds another Paintbox estimate. Choose another one, or none, and accept it again.";
  return null;
}

const amount = z.nullable(z.number());
const quoteSchema = z.object({ Id: z.string(), GrandTotal: amount });
const opportunitySchema = z.object({
  Id: z.string(),
  AccountId: z.nullable(z.string()),
  Amount: amount,
});

/** Salesforce's numbers are JSON numbers of whole cents; anything finer is not the same amount. */
const inCents = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 1e6) / 1e4;

function compared(answer: CompositeAnswer, hasQuote: boolean, totalCents: number): Outcome {
  const quote = hasQuote ? partAs(answer, QUOTE_READ_BACK, quoteSchema) : answered(null);
  if (!quote.ok) return unreadable(quote);
  const opportunity = partAs(answer, OPPORTUNITY_READ_BACK, opportunitySchema);
  if (!opportunity.ok) return unreadable(opportunity);
  const grandTotal = quote.value === null ? totalCents : inCents(quote.value.GrandTotal);
  if (grandTotal !== totalCents) return refused(totalDiffers("quote", grandTotal, totalCents));
  const booked = inCents(opportunity.value.Amount);
  if (booked !== totalCents) return refused(totalDiffers("Opportunity", booked, totalCents));
  return {
    kind: "sent",
    to: {
      opportunityId: opportunity.value.Id,
      quoteId: quote.value?.Id ?? null,
      accountId: opportunity.value.AccountId,
    },
  };
}

const unreadable = (answer: Extract<Answer<unknown>, { ok: false }>): Outcome =>
  failure(answer.error);
