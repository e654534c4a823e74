import * as z from "zod/mini";
import { pageOf, queryPath, type SalesforceClient } from "../client.ts";
import { partAs, type Subrequest } from "../composite.ts";
import { type Answer, answered } from "../errors.ts";
import type { Condition, Query } from "../soql.ts";
import { EXTERNAL_ID } from "./external-id.ts";
import type { Booking } from "./org-setup.ts";

/** What already stands in Salesforce for an estimate: from an earlier acceptance or a lost answer. */
export interface Standing {
  /** The one that carries the estimate's id. */
  readonly opportunityId: string | null;
  /** The existing one the estimate was made for, if it names one and that still exists. */
  readonly named: { readonly id: string; readonly paintboxId: string | null } | null;
  /** What its Description says; empty where nobody asked for it. */
  readonly description: string;
  readonly quoteId: string | null;
  /** Of the quote or the opportunity; the external id is null for a line somebody added by hand. */
  readonly lines: readonly { readonly id: string; readonly paintboxId: string | null }[];
}

const idRow = z.object({ Id: z.string() });
const keyedRow = z.object({ Id: z.string(), Paintbox_Id__c: z.nullable(z.string()) });
const opportunityRow = z.object({
  Id: z.string(),
  Paintbox_Id__c: z.nullable(z.string()),
  Description: z.optional(z.nullable(z.string())),
});

const part = (referenceId: string, query: Query): Subrequest => ({
  method: "GET",
  url: queryPath(query),
  referenceId,
});

/** Looks before a write: fields that can only be set at creation must be left out for what exists. */
export async function readStanding(
  salesforce: SalesforceClient,
  booking: Booking["kind"],
  estimateId: string,
  namedOpportunityId: string | null,
): Promise<Answer<Standing>> {
  const answer = await salesforce.composite(lookups(booking, estimateId, namedOpportunityId), {
    allOrNone: false,
    purpose: "write",
    repeatable: true,
  });
  if (!answer.ok) return answer;
  const opportunities = partAs(answer.value, "opportunities", pageOf(opportunityRow));
  if (!opportunities.ok) return opportunities;
  const quotes = booking === "quote" ? partAs(answer.value, "quotes", pageOf(idRow)) : NO_ROWS;
  if (!quotes.ok) return quotes;
  const lines =
    booking === "description" ? NO_ROWS : partAs(answer.value, "lines", pageOf(keyedRow));
  if (!lines.ok) return lines;
  const found = opportunities.value.records.map((row) => ({
    ...keyed(row),
    description: row.Description ?? "",
  }));
  const ours = found.find(({ paintboxId }) => paintboxId === estimateId);
  const named = found.find(({ id }) => id === namedOpportunityId);
  return answered({
    opportunityId: ours?.id ?? null,
    named: named ?? null,
    description: (ours ?? named)?.description ?? "",
    quoteId: quotes.value.records[0]?.Id ?? null,
    lines: lines.value.records.map(keyed),
  });
}

const NO_ROWS = answered<{ readonly records: readonly z.infer<typeof keyedRow>[] }>({
  records: [],
});
const keyed = (row: z.infer<typeof keyedRow>) => ({ id: row.Id, paintboxId: row.Paintbox_Id__c });

function lookups(
  booking: Booking["kind"],
  estimateId: string,
  namedOpportunityId: string | null,
): readonly Subrequest[] {
  const idIs = (field: string): Condition => ({ field, is: "=", value: estimateId });
  const named = (field: string): Condition[] =>
    namedOpportunityId === null ? [] : [{ field, is: "=", value: namedOpportunityId }];
  const opportunities = part("opportunities", {
    from: "Opportunity",
    select: ["Id", EXTERNAL_ID, ...(booking === "description" ? ["Description"] : [])],
    where: { any: [idIs(EXTERNAL_ID), ...named("Id")] },
  });
  switch (booking) {
    case "quote":
      return [
        opportunities,
        part("quotes", { from: "Quote", select: ["Id"], where: idIs(EXTERNAL_ID) }),
        part("lines", {
          from: "QuoteLineItem",
          select: ["Id", EXTERNAL_ID],
          where: idIs(`Quote.${EXTERNAL_ID}`),
        }),
      ];
    case "products":
      return [
        opportunities,
        part("lines", {
          from: "OpportunityLineItem",
          select: ["Id", EXTERNAL_ID],
          where: { any: [idIs(`Opportunity.${EXTERNAL_ID}`), ...named("OpportunityId")] },
        }),
      ];
    case "description":
      return [opportunities];
  }
}
