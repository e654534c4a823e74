import * as z from "zod/mini";
import { pageOf, queryPath, type SalesforceClient } from "../client.ts";
import { partAs, type Subrequest } from "../composite.ts";
import { type Answer, answered } from "../errors.ts";
import type { Condition, Query } from "../soql.ts";
import { EXTERNAL_ID } from "./external-id.ts";

/** What already stands in Salesforce for an estimate: from an earlier acceptance or a lost answer. */
export interface Standing {
  /** The one that carries the estimate's id. */
  readonly opportunityId: string | null;
  /** The existing one the estimate was made for, if it names one and that still exists. */
  readonly named: { readonly id: string; readonly paintboxId: string | null } | null;
  readonly quoteId: string | null;
  /** External id to Salesforce id; null for a line somebody added by hand. */
  readonly lines: readonly { readonly id: string; readonly paintboxId: string | null }[];
}

const idRow = z.object({ Id: z.string() });
const keyedRow = z.object({ Id: z.string(), Paintbox_Id__c: z.nullable(z.string()) });

const part = (referenceId: string, query: Query): Subrequest => ({
  method: "GET",
  url: queryPath(query),
  referenceId,
});

/** Looks before a write: fields that can only be set at creation must be left out for what exists. */
export async function readStanding(
  salesforce: SalesforceClient,
  estimateId: string,
  namedOpportunityId: string | null,
): Promise<Answer<Standing>> {
  const ours: Condition = { field: EXTERNAL_ID, is: "=", value: estimateId };
  const named: Condition[] =
    namedOpportunityId === null ? [] : [{ field: "Id", is: "=", value: namedOpportunityId }];
  const answer = await salesforce.composite(
    [
      part("opportunities", {
        from: "Opportunity",
        select: ["Id", EXTERNAL_ID],
        where: { any: [ours, ...named] },
      }),
      part("quotes", { from: "Quote", select: ["Id"], where: ours }),
      part("lines", {
        from: "QuoteLineItem",
        select: ["Id", EXTERNAL_ID],
        where: { field: `Quote.${EXTERNAL_ID}`, is: "=", value: estimateId },
      }),
    ],
    { allOrNone: false, purpose: "write", repeatable: true },
  );
  if (!answer.ok) return answer;
  const opportunities = partAs(answer.value, "opportunities", pageOf(keyedRow));
  if (!opportunities.ok) return opportunities;
  const quotes = partAs(answer.value, "quotes", pageOf(idRow));
  if (!quotes.ok) return quotes;
  const lines = partAs(answer.value, "lines", pageOf(keyedRow));
  if (!lines.ok) return lines;
  const keyed = (row: z.infer<typeof keyedRow>) => ({ id: row.Id, paintboxId: row.Paintbox_Id__c });
  const found = opportunities.value.records.map(keyed);
  return answered({
    opportunityId: found.find(({ paintboxId }) => paintboxId === estimateId)?.id ?? null,
    named: found.find(({ id }) => id === namedOpportunityId) ?? null,
    quoteId: quotes.value.records[0]?.Id ?? null,
    lines: lines.value.records.map(keyed),
  });
}
