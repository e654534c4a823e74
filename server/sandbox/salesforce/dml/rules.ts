/**
 * What Salesforce does by itself when a record is saved: derived fields and the integrity rules
 * that join opportunities, quotes, their lines and the price book.
 */
import { pricebookEntry, product } from "../objects/catalogue.ts";
import { quote, quoteLineItem } from "../objects/quotes.ts";
import { opportunity, opportunityLineItem, stages } from "../objects/sales.ts";
import type { SObject } from "../objects/sobject.ts";
import { SalesforceError } from "../salesforce-error.ts";
import type { RecordStore, StoredRecord } from "../store/record-store.ts";
import { lineTotal } from "./decimal.ts";

type Draft = Readonly<Record<string, StoredRecord[string]>>;

/** The derived fields of a record about to be saved; `before` is undefined for a new one. */
export function deriveFields(
  store: RecordStore,
  object: SObject,
  draft: StoredRecord,
  before?: StoredRecord,
): Draft {
  switch (object.name) {
    case "Contact":
      return {
        Name: [draft["FirstName"], draft["LastName"]].filter((part) => part !== null).join(" "),
      };
    case "Opportunity":
      return opportunityFields(store, draft, before);
    case "PricebookEntry":
      return pricebookEntryFields(store, draft);
    case "Quote":
      return quoteFields(store, draft, before);
    case "QuoteLineItem":
      return quoteLineFields(store, draft, before);
    case "OpportunityLineItem":
      return opportunityLineFields(store, draft);
    default:
      return {};
  }
}

function opportunityFields(store: RecordStore, draft: StoredRecord, before?: StoredRecord): Draft {
  const hasLines = store.children(opportunityLineItem, "OpportunityId", draft.Id).length > 0;
  refusePricebookChange(draft, before, hasLines);
  const stage = stages.find((each) => each.name === draft["StageName"]);
  const stageChanged = before?.["StageName"] !== draft["StageName"];
  const probabilityWritten = draft["Probability"] !== (before?.["Probability"] ?? null);
  return {
    IsClosed: stage?.closed !== undefined,
    IsWon: stage?.closed === "won",
    ForecastCategoryName: stage?.forecast ?? null,
    Probability:
      stageChanged && !probabilityWritten
        ? (stage?.probability ?? null)
        : (draft["Probability"] ?? null),
    // Salesforce takes an Amount for an opportunity with products without complaint and ignores it.
    ...(hasLines && before ? { Amount: before["Amount"] ?? null } : {}),
  };
}

function pricebookEntryFields(store: RecordStore, draft: StoredRecord): Draft {
  const sold = store.get(product, String(draft["Product2Id"]));
  return { Name: sold?.["Name"] ?? null, ProductCode: sold?.["ProductCode"] ?? null };
}

function quoteFields(store: RecordStore, draft: StoredRecord, before?: StoredRecord): Draft {
  const hasLines = store.children(quoteLineItem, "QuoteId", draft.Id).length > 0;
  refusePricebookChange(draft, before, hasLines);
  const parent = store.get(opportunity, String(draft["OpportunityId"]));
  return {
    AccountId: parent?.["AccountId"] ?? null,
    QuoteNumber:
      before?.["QuoteNumber"] ?? String(store.nextNumber("Quote.QuoteNumber")).padStart(8, "0"),
  };
}

function quoteLineFields(store: RecordStore, draft: StoredRecord, before?: StoredRecord): Draft {
  const entry = store.get(pricebookEntry, String(draft["PricebookEntryId"]));
  const parent = store.get(quote, String(draft["QuoteId"]));
  if (parent && entry && parent["Pricebook2Id"] !== entry["Pricebook2Id"])
    throw wrongPricebook("quote");
  if (!before) refuseInactive(entry);
  return {
    ...lineFields(draft, entry),
    LineNumber:
      before?.["LineNumber"] ??
      String(store.nextNumber("QuoteLineItem.LineNumber")).padStart(8, "0"),
  };
}

function opportunityLineFields(store: RecordStore, draft: StoredRecord): Draft {
  const entry = store.get(pricebookEntry, String(draft["PricebookEntryId"]));
  const parent = store.get(opportunity, String(draft["OpportunityId"]));
  if (parent && entry && parent["Pricebook2Id"] === null) {
    // The first product decides on the price book of its opportunity.
    store.put(opportunity, { ...parent, Pricebook2Id: entry["Pricebook2Id"] ?? null });
  } else if (parent && entry && parent["Pricebook2Id"] !== entry["Pricebook2Id"]) {
    throw wrongPricebook("opportunity");
  }
  refuseInactive(entry);
  return {
    ...lineFields(draft, entry),
    Name: `${String(parent?.["Name"])} ${String(entry?.["Name"])}`,
    ProductCode: entry?.["ProductCode"] ?? null,
  };
}

function lineFields(draft: StoredRecord, entry: StoredRecord | undefined): Draft {
  const quantity = Number(draft["Quantity"]);
  const unitPrice = Number(draft["UnitPrice"]);
  return {
    Product2Id: entry?.["Product2Id"] ?? null,
    ListPrice: entry?.["UnitPrice"] ?? null,
    Subtotal: lineTotal(quantity, unitPrice),
    TotalPrice: lineTotal(quantity, unitPrice, Number(draft["Discount"] ?? 0)),
  };
}

function refusePricebookChange(
  draft: StoredRecord,
  before: StoredRecord | undefined,
  hasLines: boolean,
): void {
  if (!hasLines || !before || draft["Pricebook2Id"] === before["Pricebook2Id"]) return;
  throw new SalesforceError(
    "FIELD_INTEGRITY_EXCEPTION",
    "field integrity exception: Pricebook2Id (cannot change the price book while there are line items)",
    400,
    ["Pricebook2Id"],
  );
}

function refuseInactive(entry: StoredRecord | undefined): void {
  if (!entry || entry["IsActive"] === true) return;
  throw new SalesforceError(
    "FIELD_INTEGRITY_EXCEPTION",
    "field integrity exception: PricebookEntryId (pricebook entry is inactive)",
    400,
    ["PricebookEntryId"],
  );
}

function wrongPricebook(parent: "quote" | "opportunity"): SalesforceError {
  return new SalesforceError(
    "FIELD_INTEGRITY_EXCEPTION",
    `field integrity exception: PricebookEntryId (pricebook entry is in a different pricebook than the one assigned to the ${parent})`,
    400,
    ["PricebookEntryId"],
  );
}
