import * as z from "zod/mini";
import type { Describe, SalesforceClient } from "../client.ts";
import { type Answer, answered } from "../errors.ts";
import { EXTERNAL_ID } from "./external-id.ts";

/** What of an org a write-back needs to know; looked up once an hour. */
export interface OrgSetup {
  readonly stageName: string;
  readonly booking: Booking;
}

/**
 * Where an estimate's lines go. An org with Quotes gets a quote; one without gets the opportunity's own products, and
 * where those cannot be used either the opportunity's amount and the lines as text.
 */
export type Booking =
  | {
      readonly kind: "quote";
      /** Null when the org's Quote.Status has no word for it; then the org's default stands. */
      readonly quoteStatus: string | null;
      readonly entry: LineEntry;
      /** Whether Quote.Tax is there and may be written by us. */
      readonly takesTax: boolean;
    }
  | { readonly kind: "products"; readonly entry: LineEntry }
  | { readonly kind: "description" };

/** The price book entry that every line is booked on. */
export interface LineEntry {
  readonly id: string;
  readonly pricebookId: string;
}

/** Either all is there, or a sentence for the administrator of the org. */
export type SetupResult =
  | { readonly ready: true; readonly setup: OrgSetup }
  | { readonly ready: false; readonly problem: string };

/** The product every line is booked on; its own price does not matter, each line carries one. */
export const LINE_PRODUCT_CODE = "PAINTBOX-LINE";

/**
 * Stages an accepted estimate may be in, best first. An estimate is accepted when the customer has agreed
 * to a price: the sale is won. "Closed Won" is the stage of every new org; the others are common renames.
 */
const WON_STAGES = ["Closed Won", "Won", "Accepted", "Sold"];
const QUOTE_STATUSES = ["Accepted", "Approved"];

/** Without these nothing can be written. */
const alwaysWritten = ["Account", "Contact", "Opportunity"] as const;
const quoteObjects = ["Quote", "QuoteLineItem"] as const;

const notReady = (problem: string): Answer<SetupResult> => answered({ ready: false, problem });

/** Looks whether the org has what a write-back needs. An error means that we could not look. */
export async function lookAtOrg(salesforce: SalesforceClient): Promise<Answer<SetupResult>> {
  const described = new Map<string, Describe | null>();
  for (const name of [...alwaysWritten, ...quoteObjects, "OpportunityLineItem"]) {
    const answer = await salesforce.describe(name, "write");
    if (!answer.ok && answer.error.code !== "not_found") return answer;
    described.set(name, answer.ok ? answer.value : null);
  }
  const hidden = alwaysWritten.find((name) => !described.get(name));
  if (hidden !== undefined) return notReady(hiddenObject(hidden));
  const hasQuotes = quoteObjects.every((name) => described.get(name));
  const written = [...alwaysWritten, ...(hasQuotes ? quoteObjects : [])];
  const without = written.filter((name) => !hasExternalId(described.get(name)));
  if (without.length > 0) return notReady(missingField(without));
  const stageName = firstOf(WON_STAGES, valuesOf(described.get("Opportunity"), "StageName"));
  if (stageName === null)
    return notReady(
      `Salesforce has no Opportunity stage for a won sale. Add one of: ${WON_STAGES.join(", ")}.`,
    );
  const entry = await lineEntry(salesforce);
  if (!entry.ok) return entry;
  if (!hasQuotes) {
    const canBook = entry.value && hasExternalId(described.get("OpportunityLineItem"));
    const booking: Booking =
      entry.value && canBook ? { kind: "products", entry: entry.value } : { kind: "description" };
    return answered({ ready: true, setup: { stageName, booking } });
  }
  if (!entry.value) return notReady(missingProduct);
  const booking: Booking = {
    kind: "quote",
    quoteStatus: firstOf(QUOTE_STATUSES, valuesOf(described.get("Quote"), "Status")),
    entry: entry.value,
    takesTax: isWritable(described.get("Quote"), "Tax"),
  };
  return answered({ ready: true, setup: { stageName, booking } });
}

const hasExternalId = (object: Describe | null | undefined): boolean =>
  object?.fields.some((field) => field.name === EXTERNAL_ID && field.externalId && field.unique) ??
  false;

const isWritable = (object: Describe | null | undefined, field: string): boolean =>
  object?.fields.some(({ name, updateable }) => name === field && updateable) ?? false;

const valuesOf = (object: Describe | null | undefined, field: string): readonly string[] =>
  (object?.fields.find(({ name }) => name === field)?.picklistValues ?? [])
    .filter(({ active }) => active)
    .map(({ value }) => value);

const firstOf = (wanted: readonly string[], present: readonly string[]): string | null =>
  wanted.find((value) => present.includes(value)) ?? null;

async function lineEntry(salesforce: SalesforceClient): Promise<Answer<LineEntry | null>> {
  const entries = await salesforce.query(
    {
      from: "PricebookEntry",
      select: ["Id", "Pricebook2Id"],
      where: {
        all: [
          { field: "Product2.ProductCode", is: "=", value: LINE_PRODUCT_CODE },
          { field: "Pricebook2.IsStandard", is: "=", value: true },
          { field: "IsActive", is: "=", value: true },
        ],
      },
      orderBy: ["Id"],
      limit: 1,
    },
    z.object({ Id: z.string(), Pricebook2Id: z.string() }),
    "write",
  );
  if (!entries.ok) return entries;
  const [first] = entries.value;
  return answered(first ? { id: first.Id, pricebookId: first.Pricebook2Id } : null);
}

const hiddenObject = (name: string): string =>
  `The integration user may not see ${name} in Salesforce. Give it access in its permission set.`;

const missingField = (objects: readonly string[]): string =>
  `Salesforce lacks the field ${EXTERNAL_ID} on ${objects.join(", ")}. Add it there as Text(36), External ID, ` +
  "Unique, and let the integration user edit it.";

const missingProduct =
  `Salesforce has no product with the code ${LINE_PRODUCT_CODE}. Create one, and give it an active entry ` +
  "in the standard price book; its price may be 0.";
